import { pickText } from '../../../kernel/index.ts';
import { getOrganisation, hasRole, link, type Context } from '../../../platform/http/index.ts';
import { addresses as commons } from '../../commons/index.ts';
import { findNames, membersOf, networksOf } from '../../organisations/index.ts';
import { monthBefore, monthOf } from '../month/months.ts';
import { readPoll, readWinner, type Named, type Poll } from '../month/poll.ts';
import type { MonthView, NomineeLine, PollView, PrizeView } from '../pages/month/month-page.tsx';
import { findPrize } from '../store/month.ts';
import { monthName, monthTexts, ofMonth } from '../texts/month.ts';
import { readingTexts } from '../texts/reading.ts';
import { month as at, siteOf } from './addresses.ts';
import { writing } from '../writers.ts';

/** Months whose winners are shown. */
const mostWinners = 6;

/** Those who vote for their organisation, and set what the network gives. */
const mayVote = (context: Context, organisation: string): boolean =>
  hasRole(context, organisation, ...writing);

type Setting = {
  readonly context: Context;
  readonly organisation: string;
  readonly names: ReadonlyMap<string, string>;
};

const libraryOf = (work: string): string => link(commons.work, { work });

function nomineeLine(one: Named, { context, organisation, names }: Setting, poll: Poll): NomineeLine {
  const words = monthTexts(context.language);
  return {
    work: one.work,
    title: pickText(one.title, context.language),
    from: words.from(names.get(one.owner) ?? one.owner),
    to: libraryOf(one.work),
    helped: words.helped(one.helped),
    users: words.users(one.users),
    votes: one.votes,
    ours: poll.votes.some((vote) => vote.organisation === organisation && vote.work === one.work),
  };
}

async function pollView(
  context: Context,
  network: { readonly id: string; readonly name: string },
): Promise<PollView> {
  const organisation = getOrganisation(context);
  const { tx, now, language } = context;
  const words = monthTexts(language);
  const open = monthOf(now);
  const month = monthBefore(open);
  const ask = { organisation, network: network.id, now };
  const poll = await readPoll(tx, { ...ask, month });
  const won: { readonly month: string; readonly winner: Named }[] = [];
  for (let back = 2; back < 2 + mostWinners; back += 1) {
    const past = monthBefore(open, back);
    const winner = await readWinner(tx, { ...ask, month: past });
    if (winner !== null) won.push({ month: past, winner });
  }
  const owners = [...poll.nominees, ...won.map(({ winner }) => winner)];
  const names = await findNames(tx, [...new Set(owners.map(({ owner }) => owner))]);
  const setting = { context, organisation, names };
  return {
    network: network.id,
    title: words.voteFor(network.name, ofMonth(month, language)),
    until: words.until(monthName(month, language), monthName(open, language)),
    prize: poll.prize === null ? null : words.prize(poll.prize.kronor, poll.prize.receiver),
    caption: words.caption(monthName(month, language)),
    nominees: poll.nominees.map((one) => nomineeLine(one, setting, poll)),
    voteTo:
      organisation !== network.id && mayVote(context, organisation)
        ? link(at.vote, { organisation, network: network.id })
        : null,
    winners: won.map(({ winner, month: of }) => ({
      id: of,
      title: words.winner(pickText(winner.title, language), names.get(winner.owner) ?? winner.owner),
      to: libraryOf(winner.work),
      note: words.wonIn(monthName(of, language)),
    })),
  };
}

export type PrizeTyped = Pick<PrizeView, 'kronor' | 'receiver' | 'problems'>;

async function prizeView(context: Context, typed: PrizeTyped | null): Promise<PrizeView | null> {
  const organisation = getOrganisation(context);
  if (!mayVote(context, organisation) || (await membersOf(context.tx, organisation)).length === 0)
    return null;
  const prize = await findPrize(context.tx, organisation);
  return {
    saveTo: link(at.prize, { organisation }),
    ...(typed ?? {
      kronor: prize?.kronor.toString() ?? '',
      receiver: prize?.receiver ?? '',
      problems: new Map(),
    }),
  };
}

/** The votes of every network that an organisation is in, or of itself where it is one. */
export async function monthView(
  context: Context,
  { saved, typed }: { readonly saved: string; readonly typed: PrizeTyped | null },
): Promise<MonthView> {
  const organisation = getOrganisation(context);
  const words = monthTexts(context.language);
  const { tx } = context;
  const isNetwork = (await membersOf(tx, organisation)).length > 0;
  const names = await findNames(tx, [organisation]);
  const networks = isNetwork
    ? [{ id: organisation, name: names.get(organisation) ?? organisation }]
    : await networksOf(tx, organisation);
  const polls: PollView[] = [];
  for (const network of networks) polls.push(await pollView(context, network));
  const said: Readonly<Record<string, string>> = { rost: words.voted, pris: words.saved };
  return {
    words,
    trail: [
      { title: readingTexts(context.language).title, to: siteOf('work', organisation).list() },
      { title: words.title },
    ],
    saved: said[saved] ?? null,
    polls,
    prize: await prizeView(context, typed),
  };
}
