import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Actions, Button, Checkbox, Form, PageHead, Stack, Table } from '../../../../ui/index.ts';
import { changeKinds, type EditionChange } from '../../taxonomy/compare.ts';
import type { Edition } from '../../taxonomy/edition.ts';
import { keepKey } from '../../taxonomy/own.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

export type EditionView = {
  readonly language: Language;
  readonly from: Edition;
  readonly to: Edition;
  readonly changes: readonly EditionChange[];
  /** Components that the organisation says something of its own about. */
  readonly own: ReadonlySet<string>;
  readonly action: string;
  readonly trail: readonly { readonly title: string; readonly to?: string }[];
};

type Said = { readonly what: string; readonly was: string; readonly becomes: string };

function said({ language, from, to }: EditionView, change: EditionChange): Said {
  const area = (edition: Edition, id: string): string =>
    edition.areas.find((one) => one.id === id)?.name[language] ?? id;
  const none = catalogueTexts(language).merge.empty;
  switch (change.kind) {
    case 'area-added':
      return { what: change.area.name[language], was: none, becomes: change.area.explanation[language] };
    case 'area-ended':
      return { what: change.area.name[language], was: change.area.explanation[language], becomes: none };
    case 'area-renamed':
      return {
        what: change.area.name[language],
        was: change.was[language],
        becomes: change.area.name[language],
      };
    case 'added':
      return {
        what: change.component.name[language],
        was: none,
        becomes: `${change.component.explanation[language]} (${area(to, change.component.area)})`,
      };
    case 'ended':
      return {
        what: change.component.name[language],
        was: change.component.explanation[language],
        becomes: none,
      };
    case 'split':
      return {
        what: change.component.name[language],
        was: change.component.name[language],
        becomes: change.into.map(({ name }) => name[language]).join(', '),
      };
    case 'replaced':
      return {
        what: change.component.name[language],
        was: change.component.name[language],
        becomes: change.by.name[language],
      };
    case 'moved':
      return {
        what: change.component.name[language],
        was: area(from, change.from),
        becomes: area(to, change.component.area),
      };
    case 'renamed':
      return {
        what: change.was[language],
        was: change.was[language],
        becomes: change.component.name[language],
      };
    case 'explained':
      return {
        what: change.component.name[language],
        was: change.was[language],
        becomes: change.component.explanation[language],
      };
  }
}

const idOf = (change: EditionChange): string =>
  'component' in change ? change.component.id : change.area.id;

function Kept({
  view,
  change,
}: {
  readonly view: EditionView;
  readonly change: EditionChange;
}): VNode | null {
  const words = catalogueTexts(view.language).edition;
  if (view.own.has(idOf(change))) return <span class="k-meta">{words.yours}</span>;
  const key = keepKey(change);
  if (key === null) return null;
  return <Checkbox name="behall" id={`behall-${key.replace('/', '-')}`} value={key} label={words.keep} />;
}

/** What a later edition says otherwise, kind by kind, and taking it. */
export function EditionPage({ view }: { readonly view: EditionView }): VNode {
  const { language, changes, from, to } = view;
  const words = catalogueTexts(language).edition;
  const groups = changeKinds
    .map((kind) => ({
      id: kind,
      title: words.kinds[kind],
      rows: changes.filter((change) => change.kind === kind),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, note: String(group.rows.length) }));
  return (
    <Stack loose>
      <PageHead
        title={words.title(to.version)}
        summary={changes.length === 0 ? words.none : words.lede(from.version, changes.length)}
        trail={view.trail}
      />
      <Form action={view.action}>
        {groups.length > 0 && (
          <Table<EditionChange>
            caption={words.title(to.version)}
            paper
            groups={groups}
            rowKey={(change) => `${change.kind} ${idOf(change)}`}
            columns={[
              { id: 'what', title: words.what, cell: (change) => said(view, change).what },
              { id: 'was', title: words.was, labelled: true, cell: (change) => said(view, change).was },
              {
                id: 'becomes',
                title: words.becomes,
                labelled: true,
                cell: (change) => said(view, change).becomes,
              },
              {
                id: 'keep',
                title: words.keep,
                hiddenTitle: true,
                narrow: true,
                cell: (change) => <Kept view={view} change={change} />,
              },
            ]}
          />
        )}
        <Actions>
          <Button>{words.take(to.version)}</Button>
        </Actions>
      </Form>
    </Stack>
  );
}
