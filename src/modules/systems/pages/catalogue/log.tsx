import type { VNode } from 'preact';
import { formatDate } from '../../../../platform/text/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  EmptyState,
  Form,
  Lines,
  Link,
  PageHead,
  Pagination,
  Section,
  Table,
  Tag,
} from '../../../../ui/index.ts';
import type { LogLine } from '../../catalogue/log.ts';
import type { Since } from '../../catalogue/operation.ts';
import type { Write } from '../../catalogue/write.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { fieldName, valueWords, type Naming } from './values.tsx';

export type LogView = {
  readonly language: Language;
  readonly lines: readonly LogLine[];
  readonly page: number;
  readonly pages: number;
  readonly at: (page: number) => string;
  readonly entryAt: (number: number) => string;
  readonly nameOf: (of: 'supplier' | 'product', id: string) => string;
  readonly organisation: (id: string) => string;
  /** The same list with or without what releases have brought. */
  readonly other: { readonly shipped: boolean; readonly to: string };
};

export function LogPage({ view }: { readonly view: LogView }): VNode {
  const { language, lines, other } = view;
  const words = catalogueTexts(language).log;
  const toOther = <Link to={other.to}>{other.shipped ? words.withShipped : words.onlyShipped}</Link>;
  return (
    <>
      <PageHead title={words.title} summary={words.summary} />
      {lines.length === 0 ? null : <p>{toOther}</p>}
      {lines.length === 0 ? (
        <EmptyState title={words.none} actions={toOther} />
      ) : (
        <Table<LogLine>
          caption={words.title}
          paper
          rows={lines}
          rowKey={({ n }) => String(n)}
          head="what"
          columns={[
            { id: 'when', title: words.columns.when, cell: ({ at }) => formatDate(at, language) },
            {
              id: 'what',
              title: words.columns.what,
              cell: ({ n, operation, undoneBy }) => (
                <Lines
                  {...(operation.kind === 'change' ? { note: fieldsOf(language, operation.writes) } : {})}
                >
                  <Link to={view.entryAt(n)}>
                    {words.what[operation.kind](view.nameOf(operation.of, operation.id))}
                  </Link>{' '}
                  {undoneBy !== null && <Tag>{words.undone}</Tag>}
                </Lines>
              ),
            },
            {
              id: 'who',
              title: words.columns.who,
              cell: ({ organisation }) =>
                organisation === null ? words.shipped : view.organisation(organisation),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.at} />
    </>
  );
}

const state: ReadonlySet<string> = new Set(['madeBy', 'withdrawn']);

const fieldsOf = (language: Language, writes: readonly Write[]): string =>
  [...new Set(writes.filter(({ field }) => !state.has(field)).map(({ field }) => fieldName(language, field)))]
    .slice(0, 6)
    .join(', ');

export type EntryView = Omit<Naming, 'of'> & {
  readonly line: LogLine;
  readonly nameOf: (of: 'supplier' | 'product', id: string) => string;
  /** Undoing it, for whoever may; null where it cannot be. */
  readonly undo: { readonly action: string; readonly since: readonly Since[] } | null;
  /** Why it cannot be undone as things stand. */
  readonly blocked: string | null;
  /** Why it could not be undone just now. */
  readonly message: string | null;
  readonly trail: readonly { readonly title: string; readonly to?: string }[];
};

export function EntryPage({ view }: { readonly view: EntryView }): VNode {
  const { language, line, undo, blocked, message } = view;
  const words = catalogueTexts(language).log;
  const { operation, at, organisation, undoneBy } = line;
  const who = organisation === null ? words.shipped : view.organisation(organisation);
  return (
    <>
      {message !== null && <Alert tone="warning" title={message} />}
      <PageHead
        title={words.what[operation.kind](view.nameOf(operation.of, operation.id))}
        trail={view.trail}
        facts={[formatDate(at, language), who, ...(undoneBy === null ? [] : [words.undone])]}
      />
      <Table<Write>
        caption={words.entry}
        comparison
        rows={shownWrites(operation)}
        rowKey={({ of, id, field }) => `${of} ${id} ${field}`}
        head="field"
        columns={[
          {
            id: 'field',
            title: words.field,
            cell: ({ of, id, field }) => (
              <Lines {...(operation.touches.length > 1 ? { note: view.nameOf(of, id) } : {})}>
                {fieldName(language, field)}
              </Lines>
            ),
          },
          {
            id: 'was',
            title: words.was,
            cell: ({ of, field, was }) => valueWords({ ...view, of }, field, was),
          },
          {
            id: 'became',
            title: words.became,
            cell: ({ of, field, became }) => valueWords({ ...view, of }, field, became),
          },
        ]}
      />
      {blocked !== null && message === null && <p>{blocked}</p>}
      {undo !== null && (
        <Section title={words.undoTitle}>
          <p>{words.undoWhat}</p>
          {undo.since.length > 0 && <SinceTable view={view} since={undo.since} />}
          <Form action={undo.action}>
            <Actions>
              <Button kind="secondary">{words.undo}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What is worth reading: nothing that was given empty, and of what was added not that it is there. */
const shownWrites = ({ kind, writes }: LogLine['operation']): readonly Write[] =>
  writes.filter(
    ({ field, was, became }) =>
      (kind !== 'add' || field !== 'withdrawn') && !(was === null && isEmptyList(became)),
  );

/** Field by field, what has changed since what is undone. */
function SinceTable({ view, since }: { readonly view: EntryView; readonly since: readonly Since[] }): VNode {
  const words = catalogueTexts(view.language).log;
  return (
    <>
      <h3>{words.since}</h3>
      <p>{words.sinceWhat}</p>
      <Table<Since>
        caption={words.since}
        comparison
        rows={since}
        rowKey={({ of, id, field }) => `${of} ${id} ${field}`}
        columns={[
          {
            id: 'field',
            title: words.field,
            cell: ({ of, id, field }) => (
              <Lines note={view.nameOf(of, id)}>{fieldName(view.language, field)}</Lines>
            ),
          },
          {
            id: 'was',
            title: words.was,
            cell: ({ of, field, was }) => valueWords({ ...view, of }, field, was),
          },
          {
            id: 'now',
            title: words.became,
            cell: ({ of, field, now, stays }) => (
              <>
                {valueWords({ ...view, of }, field, now)} {stays && <Tag tone="local">{words.stays}</Tag>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
