import type { VNode } from 'preact';
import { Button, Form, Lines, Select, Table, Textarea, type Option } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type ManyLine = {
  readonly at: number;
  readonly written: string;
  /** The products that it was told from, when it is new. */
  readonly seen: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly note: string | null;
};

export type ManyView = {
  readonly shell: Shell;
  readonly to: string;
  readonly most: number;
  readonly typed: string;
  readonly error: string | undefined;
  /** What each line was taken for; null before anything is written. */
  readonly lines: readonly ManyLine[] | null;
};

/** Several systems by their names: first the names, then what each of them means. */
export function ManyPage(view: ManyView): VNode {
  const { many } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      {view.lines === null ? (
        <Form action={view.to}>
          <Textarea
            name="namn"
            label={many.names}
            help={many.help(view.most)}
            rows={12}
            value={view.typed}
            error={view.error}
            required
          />
          <Button>{many.recognise}</Button>
        </Form>
      ) : (
        <Form action={view.to} class="systems-many">
          <h2>{many.check}</h2>
          <Meanings lines={view.lines} view={view} />
          <Button>{many.save(view.lines.filter(({ chosen }) => chosen !== '').length)}</Button>
        </Form>
      )}
    </OwnPage>
  );
}

function Meanings({ lines, view }: { readonly lines: readonly ManyLine[]; readonly view: ManyView }): VNode {
  const { many } = view.shell.words;
  return (
    <Table<ManyLine>
      caption={many.caption}
      rows={lines}
      rowKey={({ at }) => String(at)}
      paper
      columns={[
        {
          id: 'written',
          title: many.written,
          cell: ({ written, note }) => <Lines {...(note === null ? {} : { note })}>{written}</Lines>,
        },
        {
          id: 'means',
          title: many.means,
          cell: (line) => (
            <>
              <input type="hidden" name="text" value={line.written} />
              <input type="hidden" name="sett" value={line.seen} />
              <Select
                name="val"
                id={`val-${line.at}`}
                label={many.meansOf(line.written)}
                hiddenLabel
                required
                options={line.options}
                value={line.chosen}
                empty={many.skip}
              />
            </>
          ),
        },
      ]}
    />
  );
}
