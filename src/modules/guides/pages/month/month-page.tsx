import type { VNode } from 'preact';
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Lines,
  Link,
  LinkList,
  PageHead,
  SavedNote,
  Section,
  Table,
  Tag,
  TextInput,
  type Crumb,
} from '../../../../ui/index.ts';
import type { MonthTexts } from '../../texts/month.ts';

export type NomineeLine = {
  readonly work: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly helped: string;
  readonly users: string;
  readonly votes: number;
  readonly ours: boolean;
};

export type PollView = {
  readonly network: string;
  readonly title: string;
  readonly until: string;
  readonly prize: string | null;
  readonly caption: string;
  readonly nominees: readonly NomineeLine[];
  /** Where a vote is sent; null for those who have none. */
  readonly voteTo: string | null;
  readonly winners: readonly {
    readonly id: string;
    readonly title: string;
    readonly to: string;
    readonly note: string;
  }[];
};

export type PrizeView = {
  readonly saveTo: string;
  readonly kronor: string;
  readonly receiver: string;
  readonly problems: ReadonlyMap<'kronor' | 'mottagare', string>;
};

export type MonthView = {
  readonly words: MonthTexts;
  readonly trail: readonly Crumb[];
  readonly saved: string | null;
  readonly polls: readonly PollView[];
  /** For the network itself, which sets the prize. */
  readonly prize: PrizeView | null;
};

/** What each of our networks votes about this month, and who has won before. */
export function MonthPage(view: MonthView): VNode {
  const { words, prize } = view;
  return (
    <div class="guides-care">
      {prize === null ? null : (
        <ErrorSummary problems={[...prize.problems].map(([field, message]) => ({ field, message }))} />
      )}
      <PageHead title={words.title} trail={view.trail} summary={words.lede} />
      {view.saved === null ? null : <SavedNote saved={view.saved} />}
      {view.polls.length === 0 ? <EmptyState title={words.noNetworks} /> : null}
      {view.polls.map((poll) => (
        <Poll key={poll.network} poll={poll} words={words} />
      ))}
      {prize === null ? null : <Prize prize={prize} words={words} />}
    </div>
  );
}

function Poll({ poll, words }: { readonly poll: PollView; readonly words: MonthTexts }): VNode {
  return (
    <Section title={poll.title}>
      <p>
        {poll.until} {poll.prize}
      </p>
      {poll.nominees.length === 0 ? <p>{words.none}</p> : <Nominees poll={poll} words={words} />}
      <h3>{words.winners}</h3>
      {poll.winners.length === 0 ? (
        <p class="k-meta">{words.noWinners}</p>
      ) : (
        <LinkList ruled items={poll.winners} />
      )}
    </Section>
  );
}

function Nominees({ poll, words }: { readonly poll: PollView; readonly words: MonthTexts }): VNode {
  const { columns } = words;
  return (
    <Table<NomineeLine>
      caption={poll.caption}
      rows={poll.nominees}
      rowKey={(row) => row.work}
      paper
      columns={[
        {
          id: 'guide',
          title: columns.guide,
          cell: (row) => (
            <Lines strong note={row.from}>
              <Link to={row.to}>{row.title}</Link>
            </Lines>
          ),
        },
        { id: 'helped', title: columns.helped, labelled: true, cell: (row) => row.helped },
        { id: 'users', title: columns.users, labelled: true, cell: (row) => row.users },
        { id: 'votes', title: columns.votes, labelled: true, numbers: true, cell: (row) => row.votes },
        {
          id: 'vote',
          title: columns.vote,
          hiddenTitle: true,
          cell: (row) => <Vote row={row} poll={poll} words={words} />,
        },
      ]}
    />
  );
}

type VoteProps = { readonly row: NomineeLine; readonly poll: PollView; readonly words: MonthTexts };

function Vote({ row, poll, words }: VoteProps): VNode | null {
  if (row.ours) return <Tag tone="good">{words.yours}</Tag>;
  if (poll.voteTo === null) return null;
  return (
    <Form action={poll.voteTo} class="guides-vote" hidden={{ guide: row.work }}>
      <Button kind="secondary" label={words.vote(row.title)}>
        {words.columns.vote}
      </Button>
    </Form>
  );
}

function Prize({ prize, words }: { readonly prize: PrizeView; readonly words: MonthTexts }): VNode {
  return (
    <Section title={words.prizeTitle}>
      <Form action={prize.saveTo}>
        <TextInput
          name="kronor"
          label={words.kronor}
          mode="numeric"
          width="short"
          value={prize.kronor}
          error={prize.problems.get('kronor')}
        />
        <TextInput
          name="mottagare"
          label={words.receiver}
          help={words.receiverHelp}
          width="long"
          value={prize.receiver}
          error={prize.problems.get('mottagare')}
        />
        <Button kind="secondary">{words.save}</Button>
      </Form>
    </Section>
  );
}
