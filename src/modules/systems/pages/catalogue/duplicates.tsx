import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Lines,
  Link,
  PageHead,
  Pagination,
  Table,
} from '../../../../ui/index.ts';
import type { Duplicates } from '../../catalogue/duplicates.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

export type DuplicatesView = {
  readonly language: Language;
  readonly proposals: readonly Duplicates[];
  readonly curator: boolean;
  /** The names of those who are. */
  readonly curators: readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly at: (page: number) => string;
  readonly nameOf: (of: Duplicates['of'], id: string) => string;
  readonly recordAt: (of: Duplicates['of'], id: string) => string;
  readonly mergeAt: (proposal: Duplicates) => string;
  readonly apartAt: string;
};

const keyOf = ({ of, ids }: Duplicates): string => `${of} ${ids.join(' ')}`;

/** Records that look alike, with why, and what a curator can do about it. */
export function DuplicatesPage({ view }: { readonly view: DuplicatesView }): VNode {
  const { language, proposals, curator } = view;
  const words = catalogueTexts(language).duplicates;
  if (proposals.length === 0) {
    return (
      <>
        <PageHead title={words.title} summary={words.summary} />
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      </>
    );
  }
  const groups = (['supplier', 'product'] as const)
    .map((of) => ({ id: of, title: words.of[of], rows: proposals.filter((one) => one.of === of) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead title={words.title} summary={words.summary} />
      {!curator && (
        <Alert tone="info" title={words.ask}>
          <p>{words.curators(view.curators)}</p>
        </Alert>
      )}
      <Table<Duplicates>
        caption={words.title}
        paper
        groups={groups}
        rowKey={keyOf}
        columns={[
          {
            id: 'records',
            title: words.columns.records,
            cell: ({ of, ids }) =>
              ids.map((id) => (
                <div key={id}>
                  <Link to={view.recordAt(of, id)}>{view.nameOf(of, id)}</Link>
                </div>
              )),
          },
          {
            id: 'why',
            title: words.columns.why,
            cell: ({ of, pairs }) =>
              pairs.map(({ one, other, reasons }) => (
                <Lines
                  key={`${one} ${other}`}
                  note={pairs.length > 1 ? `${view.nameOf(of, one)} – ${view.nameOf(of, other)}` : undefined}
                >
                  {reasons.map((reason) => words.why[reason]).join(', ')}
                </Lines>
              )),
          },
          ...(curator
            ? [
                {
                  id: 'act',
                  title: words.columns.act,
                  cell: (proposal: Duplicates) => <Acts view={view} proposal={proposal} />,
                },
              ]
            : []),
        ]}
      />
      <Pagination page={view.page} pages={view.pages} to={view.at} />
    </>
  );
}

function Acts({ view, proposal }: { readonly view: DuplicatesView; readonly proposal: Duplicates }): VNode {
  const words = catalogueTexts(view.language).duplicates;
  const names = proposal.ids.map((id) => view.nameOf(proposal.of, id)).join(', ');
  return (
    <Form action={view.apartAt} hidden={{ av: proposal.of, poster: proposal.ids.join(' ') }}>
      <Actions>
        <ButtonLink to={view.mergeAt(proposal)} kind="secondary" label={`${words.compare}: ${names}`}>
          {words.compare}
        </ButtonLink>
        <Button kind="tertiary" label={`${words.apart}: ${names}`}>
          {words.apart}
        </Button>
      </Actions>
    </Form>
  );
}
