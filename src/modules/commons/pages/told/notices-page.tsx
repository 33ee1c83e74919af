import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatShortDate, formatTime } from '../../../../platform/text/index.ts';
import { Button, EmptyState, Form, Lines, Link, PageHead, Pagination, Table } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Notice } from '../../model/debt.ts';
import { toldTexts } from '../../texts/told.ts';

export type NoticesView = {
  readonly organisation: string;
  readonly notices: readonly Notice[];
  readonly unread: number;
  readonly names: ReadonlyMap<string, string>;
  readonly mayMark: boolean;
  readonly page: number;
  readonly pages: number;
  readonly language: Language;
};

/** Where to act on it, or for others where it is seen. */
function addressOf({ organisation, mayMark }: NoticesView, notice: Notice): string {
  const { work, contribution } = notice;
  switch (notice.kind) {
    case 'update':
      return link(mayMark ? addresses.update : addresses.variant, { organisation, work });
    case 'review':
      return link(mayMark ? addresses.takeInUse : addresses.variant, { organisation, work });
    case 'recalled':
    case 'withdrawn':
      return link(addresses.variant, { organisation, work });
    case 'elsewhere':
      return `/arbete/${organisation}/${notice.path ?? ''}`;
    case 'contribution':
    case 'contribution-answered':
      return contribution === null
        ? link(addresses.contributions, { organisation })
        : link(addresses.contribution, { organisation, contribution });
  }
}

function Mark({ view, notice }: { readonly view: NoticesView; readonly notice: Notice }): VNode | null {
  const { organisation, page, language } = view;
  if (!view.mayMark || notice.readAt !== null) return null;
  const words = toldTexts(language).notices;
  return (
    <Form
      action={link(addresses.noticesRead, { organisation })}
      hidden={{ id: notice.id, sida: page }}
      class="k-form-inline"
    >
      <button class="k-as-link">{words.mark}</button>
    </Form>
  );
}

/** What others have told the organisation about works, unread first, each with the way to where to act. */
export function NoticesPage({ view }: { readonly view: NoticesView }): VNode {
  const { organisation, notices, unread, names, language } = view;
  const words = toldTexts(language).notices;
  const groups = [
    { id: 'olasta', title: words.unread, rows: notices.filter((one) => one.readAt === null) },
    { id: 'lasta', title: words.read, rows: notices.filter((one) => one.readAt !== null) },
  ].filter((group) => group.rows.length > 0);
  const markAll = (
    <Form
      action={link(addresses.noticesRead, { organisation })}
      hidden={{ id: 'alla' }}
      class="k-form-inline"
    >
      <Button kind="secondary">{words.markAll}</Button>
    </Form>
  );
  return (
    <>
      <PageHead
        title={words.title}
        {...(view.mayMark ? { summary: words.summary(unread) } : {})}
        {...(unread > 0 && view.mayMark ? { aside: markAll } : {})}
      />
      {notices.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <Table<Notice>
          caption={words.caption}
          groups={groups}
          rowKey={(row) => row.id}
          paper
          columns={[
            {
              id: 'what',
              title: words.columns.what,
              cell: (row) => (
                <Lines strong={row.readAt === null} note={row.text}>
                  <Link to={addressOf(view, row)}>
                    {words.what[row.kind]({
                      work: row.workTitle,
                      from: names.get(row.from) ?? row.from,
                      number: row.number ?? 0,
                    })}
                  </Link>
                </Lines>
              ),
            },
            { id: 'from', title: words.columns.from, cell: (row) => names.get(row.from) ?? row.from },
            {
              id: 'when',
              title: words.columns.when,
              cell: (row) => `${formatShortDate(row.at, language)} ${formatTime(row.at, language)}`,
            },
            {
              id: 'mark',
              title: words.columns.mark,
              hiddenTitle: true,
              cell: (row) => <Mark view={view} notice={row} />,
            },
          ]}
        />
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        to={(page) => link(addresses.notices, { organisation }, { sida: page })}
      />
    </>
  );
}
