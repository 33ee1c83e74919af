import type { VNode } from 'preact';
import {
  Button,
  Details,
  Form,
  Lines,
  Link,
  Radios,
  Section,
  Select,
  Table,
  TextInput,
  type Option,
  type SelectProps,
} from '../../../../ui/index.ts';
import type { OwnTexts } from '../../texts/own.ts';

export type FlowLine = {
  readonly id: string;
  readonly into: boolean;
  readonly other: string;
  readonly to: string;
  readonly note: string;
  readonly removeTo: string | null;
};

export type FlowTyped = {
  readonly direction: string;
  readonly other: string;
  readonly what: string;
  readonly through: string;
  readonly often: string;
};

export type FlowView = {
  readonly lines: readonly FlowLine[];
  /** What is filled in to add one; null for who may not. */
  readonly form: {
    readonly to: string;
    readonly open: boolean;
    readonly others: readonly Option[];
    readonly interfaces: NonNullable<SelectProps['groups']>;
    readonly frequencies: readonly Option[];
    readonly typed: FlowTyped;
    readonly problems: ReadonlyMap<string, string>;
  } | null;
};

/** What comes to a system and leaves it. */
export function FlowSection({ view, words }: { readonly view: FlowView; readonly words: OwnTexts }): VNode {
  const { one } = words;
  return (
    <Section title={one.flows} id="floden">
      {view.lines.length === 0 ? (
        <p class="k-meta">{one.noFlows}</p>
      ) : (
        <Table<FlowLine>
          caption={one.flows}
          rows={view.lines}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'other',
              title: one.other,
              cell: (line) => (
                <Lines note={line.note}>
                  <span class="k-meta">{line.into ? one.from : one.to}</span>{' '}
                  <Link to={line.to}>{line.other}</Link>
                </Lines>
              ),
            },
            {
              id: 'remove',
              title: one.removeFlow,
              hiddenTitle: true,
              narrow: true,
              cell: (line) =>
                line.removeTo === null ? null : (
                  <Form action={line.removeTo} class="k-form-inline">
                    <Button kind="tertiary" label={one.removeFlowOf(line.other)}>
                      {one.removeFlow}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
      {view.form === null ? null : <AddFlow form={view.form} words={words} />}
    </Section>
  );
}

type AddFlowProps = { readonly form: NonNullable<FlowView['form']>; readonly words: OwnTexts };

function AddFlow({ form, words }: AddFlowProps): VNode {
  const { one } = words;
  const { typed, problems } = form;
  return (
    <Details summary={one.addFlow} open={form.open}>
      <Form action={form.to}>
        <Radios
          name="riktning"
          label={one.direction}
          required
          value={typed.direction}
          options={[
            { value: 'till', label: one.to },
            { value: 'fran', label: one.from },
          ]}
        />
        <Select
          name="system"
          label={one.other}
          required
          options={form.others}
          value={typed.other}
          empty={one.chooseOther}
          error={problems.get('system')}
        />
        <TextInput
          name="vad"
          label={one.what}
          help={one.whatHelp}
          required
          value={typed.what}
          maxLength={200}
          width="long"
          error={problems.get('vad')}
        />
        <Select
          name="hur"
          label={one.how}
          groups={form.interfaces}
          value={typed.through}
          empty={one.noInterface}
          optional=""
        />
        <Select name="ofta" label={one.often} required options={form.frequencies} value={typed.often} />
        <Button kind="secondary">{one.saveFlow}</Button>
      </Form>
    </Details>
  );
}
