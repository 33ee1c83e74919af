import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  EmptyState,
  Form,
  Link,
  Marks,
  PageHead,
  Section,
  Terms,
  type Crumb,
} from '../../../../ui/index.ts';
import type { DescribedChange } from '../../../commons/index.ts';
import type { FetchTexts } from '../../texts/fetch.ts';

export type ChangedView = {
  readonly words: FetchTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly back: string;
  readonly from: string;
  readonly problem: string | null;
  /** Null where there is nothing new. */
  readonly change: {
    readonly number: number;
    /** Null where it cannot be seen what the source was. */
    readonly inSource: readonly DescribedChange[] | null;
    /** What taking it changes in ours: both stay, or theirs stands alone. */
    readonly inOurs: readonly DescribedChange[];
    readonly kind: 'as-it-is' | 'beside-ours' | 'both';
  } | null;
};

type Sentences = { readonly changes: readonly DescribedChange[]; readonly prefix: string };

function Changes({ changes, prefix }: Sentences): VNode {
  return (
    <Terms
      rows={changes.map(({ id, sentence, words }) => ({
        id: `${prefix}-${id.replaceAll(/[^\w-]+/g, '-')}`,
        term: sentence,
        text: words === null ? '' : <Marks marks={words} side="shared" />,
      }))}
    />
  );
}

function Change({
  view,
  change,
}: {
  readonly view: ChangedView;
  readonly change: NonNullable<ChangedView['change']>;
}): VNode {
  const words = view.words.changedPage;
  const { number, inSource, inOurs, kind } = change;
  return (
    <>
      {inSource === null ? (
        <Alert tone="info" title={words.unknown} />
      ) : (
        <Section title={words.sourceNow(number)}>
          <Changes changes={inSource} prefix="kallan" />
        </Section>
      )}
      {kind === 'as-it-is' ? null : (
        <Section
          title={kind === 'both' ? words.both : words.mine}
          note={kind === 'both' ? words.bothWhat : words.stays}
        >
          <Changes changes={inOurs} prefix="ert" />
        </Section>
      )}
      <Form action={view.action} hidden={view.hidden}>
        <Actions>
          <Button name="gor" value={kind === 'both' ? 'kallans' : 'ta'}>
            {kind === 'both' ? words.takeTheirs : words.take}
          </Button>
          <Button kind="secondary" name="gor" value="behall">
            {words.keep}
          </Button>
          <Link to={view.back}>{words.back}</Link>
        </Actions>
        <p class="k-meta">{words.keepWhat}</p>
      </Form>
    </>
  );
}

/** What is new where a block was fetched from, and what to do about it. */
export function ChangedPage(view: ChangedView): VNode {
  const words = view.words.changedPage;
  return (
    <div class="guides-studio">
      <PageHead title={words.title} trail={view.trail} summary={view.from} />
      {view.problem === null ? null : <Alert tone="warning" title={view.problem} />}
      {view.change === null ? (
        <EmptyState title={words.nothing}>
          <p>
            <Link to={view.back}>{words.back}</Link>
          </p>
        </EmptyState>
      ) : (
        <Change view={view} change={view.change} />
      )}
    </div>
  );
}
