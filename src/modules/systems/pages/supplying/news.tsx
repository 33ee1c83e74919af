import type { VNode } from 'preact';
import { Button, EmptyState, Form, Lines, Link, PageHead, Pagination, Table } from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';

export type NewsLine = {
  readonly key: string;
  readonly when: string;
  readonly record: string;
  readonly recordTo: string;
  readonly what: string;
  /** Which of its fields, in words; empty where all are new. */
  readonly fields: string;
  readonly changeTo: string | null;
};

export type NewsView = {
  readonly words: SupplyingTexts;
  readonly rows: readonly NewsLine[];
  readonly seenTo: string;
  readonly newest: number;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What others have done to a supplier's records since it looked: what, and never who. */
export function NewsPage(view: NewsView): VNode {
  const { news: words } = view.words;
  const seen = (
    <Form action={view.seenTo} hidden={{ till: view.newest }}>
      <Button kind="secondary">{words.seen}</Button>
    </Form>
  );
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.lede}
        {...(view.rows.length === 0 ? {} : { aside: seen })}
      />
      {view.rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhat}</p>
        </EmptyState>
      ) : (
        <Table<NewsLine>
          caption={words.title}
          paper
          rows={view.rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'record',
              title: words.record,
              cell: ({ record, recordTo }) => <Link to={recordTo}>{record}</Link>,
            },
            {
              id: 'what',
              title: words.what,
              cell: ({ what, fields }) => (
                <Lines {...(fields === '' ? {} : { note: words.fields(fields) })}>{what}</Lines>
              ),
            },
            { id: 'when', title: words.when, labelled: true, cell: ({ when }) => when },
            {
              id: 'act',
              title: words.change,
              hiddenTitle: true,
              cell: ({ changeTo, record }) =>
                changeTo === null ? null : (
                  <Link to={changeTo} label={words.changeOf(record)}>
                    {words.change}
                  </Link>
                ),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </>
  );
}
