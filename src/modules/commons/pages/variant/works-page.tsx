import type { ComponentChildren, VNode } from 'preact';
import { pickText } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { capital } from '../../../../platform/text/index.ts';
import {
  Actions,
  ButtonLink,
  EmptyState,
  Lines,
  Link,
  PageHead,
  Pagination,
  SearchField,
  Table,
  Tag,
} from '../../../../ui/index.ts';
import type { VariantSummary } from '../../actions/read.ts';
import * as addresses from '../../addresses.ts';
import { getKind } from '../../model/kind.ts';
import { standingTexts } from '../../texts/standing.ts';
import { variantTexts } from '../../texts/variant.ts';

export type WorksView = {
  readonly organisation: string;
  readonly rows: readonly VariantSummary[];
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly search: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** The kinds that the reader makes works of: what there is to do with others is for a colleague. */
  readonly makes: ReadonlySet<string>;
  readonly at: (page: number) => string;
};

const needsWork = (row: VariantSummary): boolean =>
  row.updateAvailable !== null ||
  row.missing.length > 0 ||
  row.waiting > 0 ||
  row.review?.own === false ||
  row.draft !== null ||
  row.recalled !== null ||
  row.withdrawn !== null;

function statesOf(row: VariantSummary, { language, names }: WorksView): ComponentChildren {
  const words = variantTexts(language).list;
  const followed = row.base?.organisation ?? '';
  const update = row.updateAvailable;
  const { recalled, withdrawn } = row;
  const { tags } = standingTexts(language);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const notes = [
    row.draft === null ? '' : words.draft,
    row.review?.own === true ? words.reviewOwn(row.review.number) : '',
    row.declined > 0 ? words.declined(row.declined) : '',
    row.published === null ? '' : words.published(row.published),
  ].filter((word) => word !== '');
  return (
    <Lines note={capital(notes.join(', '))}>
      {recalled !== null && (
        <Tag tone="warning">{tags.recalled(nameOf(recalled.organisation), recalled.number)}</Tag>
      )}{' '}
      {withdrawn !== null && <Tag tone="warning">{tags.withdrawn(nameOf(withdrawn.organisation))}</Tag>}{' '}
      {update !== null && <Tag tone="shared">{words.update(names.get(followed) ?? followed, update)}</Tag>}{' '}
      {row.waiting > 0 && <Tag tone="shared">{words.waiting(row.waiting)}</Tag>}{' '}
      {row.review?.own === false && <Tag tone="shared">{words.review(row.review.number)}</Tag>}{' '}
      {row.missing.length > 0 && <Tag tone="warning">{words.missing(row.missing.length)}</Tag>}{' '}
      {row.running === null ? (
        <Tag>{words.notInUse}</Tag>
      ) : (
        <Tag tone="good">{words.inUse(row.running.number)}</Tag>
      )}
    </Lines>
  );
}

/** Everything that the organisation has, what waits for it first. */
export function WorksPage({ view }: { readonly view: WorksView }): VNode {
  const { organisation, language, rows } = view;
  const words = variantTexts(language).list;
  const groups = [
    {
      id: 'todo',
      title: words.groups.todo,
      rows: rows.filter((row) => needsWork(row) && view.makes.has(row.kind)),
    },
    {
      id: 'waits',
      title: words.waits,
      rows: rows.filter((row) => needsWork(row) && !view.makes.has(row.kind)),
    },
    { id: 'own', title: words.groups.own, rows: rows.filter((row) => !needsWork(row) && row.base === null) },
    {
      id: 'adopted',
      title: words.groups.adopted,
      rows: rows.filter((row) => !needsWork(row) && row.base !== null),
    },
  ].filter((group) => group.rows.length > 0);
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.summary}
        aside={
          <Actions>
            {view.makes.size > 0 && (
              <ButtonLink kind="secondary" to={link(addresses.create, { organisation })}>
                {words.create}
              </ButtonLink>
            )}
            <ButtonLink to={link(addresses.library, {})}>{words.find}</ButtonLink>
          </Actions>
        }
      />
      {view.total > 10 || view.search !== '' ? (
        <SearchField
          action={link(addresses.variants, { organisation })}
          label={words.search}
          value={view.search}
        />
      ) : null}
      {groups.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <Table<VariantSummary>
          caption={words.caption}
          groups={groups}
          rowKey={(row) => row.work}
          paper
          columns={[
            {
              id: 'work',
              title: words.columns.work,
              cell: (row) => (
                <Lines strong note={getKind(row.kind).names[language].one}>
                  <Link to={link(addresses.variant, { organisation, work: row.work })}>
                    {pickText(row.title, language)}
                  </Link>
                </Lines>
              ),
            },
            {
              id: 'from',
              title: words.columns.from,
              cell: (row) =>
                row.base === null
                  ? words.ownedByUs
                  : words.follows(
                      view.names.get(row.base.organisation) ?? row.base.organisation,
                      row.base.number,
                    ),
            },
            {
              id: 'version',
              title: words.columns.version,
              cell: (row) => row.head.number,
              narrow: true,
              labelled: true,
            },
            { id: 'state', title: words.columns.state, cell: (row) => statesOf(row, view) },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.at} />
    </>
  );
}
