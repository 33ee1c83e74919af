import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatShortDate } from '../../../../platform/text/index.ts';
import { EmptyState, Lines, Link, PageHead, Pagination, Table, Tag } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Contribution, ContributionState } from '../../model/contribution.ts';
import { contributeTexts } from '../../texts/contribute.ts';
import { variantTexts } from '../../texts/variant.ts';

export type ContributionsView = {
  readonly organisation: string;
  readonly rows: readonly Contribution[];
  readonly titles: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  readonly pages: number;
  readonly language: Language;
};

export const toneOf = (state: ContributionState): 'shared' | 'good' | 'plain' =>
  state === 'open' ? 'shared' : state === 'accepted' ? 'good' : 'plain';

function groupsOf({ rows, organisation, language }: ContributionsView) {
  const words = contributeTexts(language).list;
  const received = rows.filter((row) => row.to === organisation);
  return [
    { id: 'svara', title: words.toAnswer, rows: received.filter((row) => row.state === 'open') },
    { id: 'fatt', title: words.received, rows: received.filter((row) => row.state !== 'open') },
    { id: 'skickat', title: words.sent, rows: rows.filter((row) => row.to !== organisation) },
  ].filter((group) => group.rows.length > 0);
}

/** Contributions received and sent, those to answer first. */
export function ContributionsPage({ view }: { readonly view: ContributionsView }): VNode {
  const { organisation, names, language } = view;
  const texts = contributeTexts(language);
  const words = texts.list;
  const name = (id: string): string => names.get(id) ?? id;
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.summary}
        trail={[
          { title: variantTexts(language).variant.crumb, to: link(addresses.variants, { organisation }) },
          { title: words.title },
        ]}
      />
      {view.rows.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <Table<Contribution>
          caption={words.title}
          groups={groupsOf(view)}
          rowKey={(row) => row.id}
          paper
          columns={[
            {
              id: 'what',
              title: words.columns.what,
              cell: (row) => (
                <Lines strong note={row.message}>
                  <Link to={link(addresses.contribution, { organisation, contribution: row.id })}>
                    {view.titles.get(row.work) ?? row.work}, {words.changes(row.items.length)}
                  </Link>
                </Lines>
              ),
            },
            {
              id: 'who',
              title: words.columns.who,
              cell: (row) => (row.to === organisation ? words.from(name(row.from)) : words.to(name(row.to))),
            },
            {
              id: 'state',
              title: words.columns.state,
              cell: (row) => <Tag tone={toneOf(row.state)}>{texts.state[row.state]}</Tag>,
            },
            { id: 'when', title: words.columns.when, cell: (row) => formatShortDate(row.at, language) },
          ]}
        />
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        to={(page) => link(addresses.contributions, { organisation }, { sida: page })}
      />
    </>
  );
}
