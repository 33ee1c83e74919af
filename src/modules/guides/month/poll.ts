import type { Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findWork, readerFor } from '../../commons/index.ts';
import { membersOf } from '../../organisations/index.ts';
import { findPrize, listMonthCounts, listMonthVotes, type Prize } from '../store/month.ts';
import { nominate, winnerOf, type Count, type Nominee, type Vote } from './nominees.ts';

export type Named = Nominee & { readonly title: Localised; readonly owner: string };

/** What a network votes about for a month, or has voted. */
export type Poll = {
  readonly network: string;
  readonly month: string;
  readonly nominees: readonly Named[];
  readonly votes: readonly Vote[];
  readonly prize: Prize | null;
};

export type PollAsked = {
  /** With whose eyes the guides are looked up. */
  readonly organisation: string;
  readonly network: string;
  readonly month: string;
  readonly now: Date;
};

type Known = ReadonlyMap<string, { readonly title: Localised; readonly owner: string }>;

/** What the works are called and whose they are; those that the reader may not see are left out. */
async function lookUp(tx: Tx, { organisation, now }: PollAsked, works: readonly string[]): Promise<Known> {
  const reader = await readerFor({ tx, organisation });
  const known = new Map<string, { readonly title: Localised; readonly owner: string }>();
  for (const work of works) {
    const found = await findWork(tx, reader, { work, now });
    if (found !== null) known.set(work, { title: found.title, owner: found.owner });
  }
  return known;
}

function nominateKnown(counts: readonly Count[], votes: readonly Vote[], known: Known): readonly Named[] {
  return nominate(counts, votes, (work) => known.get(work)?.owner ?? null).flatMap((one) => {
    const about = known.get(one.work);
    return about === undefined ? [] : [{ ...one, ...about }];
  });
}

async function countsOf(tx: Tx, { network, month }: PollAsked): Promise<readonly Count[]> {
  const organisations = (await membersOf(tx, network)).map(({ id }) => id);
  return listMonthCounts(tx, { organisations, month });
}

/** Works that are looked up for a poll; what helps so few that it is not among them is no nominee. */
const mostLookedUp = 40;

/** The works that may be nominees: those that help most, wherever. */
function candidates(counts: readonly Count[]): readonly string[] {
  const all = [...Map.groupBy(counts, ({ work }) => work)].map(([work, rows]) => ({
    work,
    users: rows.length,
    helped: rows.reduce((sum, row) => sum + row.helped, 0),
  }));
  return all
    .filter(({ users }) => users > 1)
    .toSorted((a, b) => b.helped - a.helped || b.users - a.users)
    .slice(0, mostLookedUp)
    .map(({ work }) => work);
}

/** The nominees of a month in a network, with their votes and the prize. */
export async function readPoll(tx: Tx, ask: PollAsked): Promise<Poll> {
  const { network, month } = ask;
  const counts = await countsOf(tx, ask);
  const votes = await listMonthVotes(tx, { network, month });
  const nominees = nominateKnown(counts, votes, await lookUp(tx, ask, candidates(counts)));
  return { network, month, nominees, votes, prize: await findPrize(tx, network) };
}

/** Who won a month that is over; null where nobody voted. */
export async function readWinner(tx: Tx, ask: PollAsked): Promise<Named | null> {
  const votes = await listMonthVotes(tx, { network: ask.network, month: ask.month });
  if (votes.length === 0) return null;
  const known = await lookUp(tx, ask, [...new Set(votes.map(({ work }) => work))]);
  const nominees = nominateKnown(await countsOf(tx, ask), votes, known);
  const won = winnerOf(nominees);
  return nominees.find(({ work }) => work === won?.work) ?? null;
}
