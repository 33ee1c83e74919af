import { z } from 'zod';
import {
  everybodyAtWork,
  getOrganisation,
  link,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { membersOf } from '../../organisations/index.ts';
import { monthBefore, monthOf } from '../month/months.ts';
import { readPoll } from '../month/poll.ts';
import { MonthPage } from '../pages/month/month-page.tsx';
import { saveMonthVote, savePrize } from '../store/month.ts';
import { monthTexts } from '../texts/month.ts';
import { month as at } from './addresses.ts';
import { monthView, type PrizeTyped } from './month-view.ts';
import { writers } from '../writers.ts';

async function monthPage(context: Context, of: { saved: string; typed: PrizeTyped | null }): Promise<Reply> {
  const view = await monthView(context, of);
  const failed = (view.prize?.problems.size ?? 0) > 0;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: view.words.title,
    frame: { kind: 'work', area: 'guides' },
    content: <MonthPage {...view} />,
  };
}

const showMonth = route({
  method: 'GET',
  path: at.show.path,
  access: everybodyAtWork,
  query: z.object({ sparat: z.string().max(20).default('') }),
  handle: (context, { query }) => monthPage(context, { saved: query.sparat, typed: null }),
});

/** A member votes for one of the nominees of the month before; the last vote of the month counts. */
const vote = route({
  method: 'POST',
  path: at.vote.path,
  access: writers,
  body: z.object({ guide: z.string().max(100) }),
  handle: async (context, { params: { network }, body: { guide } }) => {
    const organisation = getOrganisation(context);
    const { tx, now } = context;
    const page = link(at.show, { organisation });
    const members = await membersOf(tx, network);
    if (!members.some(({ id }) => id === organisation)) return see(page);
    const month = monthBefore(monthOf(now));
    const poll = await readPoll(tx, { organisation, network, month, now });
    if (!poll.nominees.some(({ work }) => work === guide)) return see(page);
    await saveMonthVote(tx, organisation, { network, month, work: guide, at: now });
    return see(link(at.show, { organisation }, { sparat: 'rost' }));
  },
});

const text = z.string().trim().max(200).default('');

const setPrize = route({
  method: 'POST',
  path: at.prize.path,
  access: writers,
  body: z.object({ kronor: text, mottagare: text }),
  handle: async (context, { body }) => {
    const organisation = getOrganisation(context);
    if ((await membersOf(context.tx, organisation)).length === 0) return see(link(at.show, { organisation }));
    const words = monthTexts(context.language);
    const { mottagare: receiver } = body;
    const kronor = body.kronor.replaceAll(/\s/gu, '');
    const none = kronor === '' && receiver === '';
    const problems = new Map<'kronor' | 'mottagare', string>();
    if (!none && !(/^\d{1,7}$/u.test(kronor) && Number(kronor) <= 1_000_000))
      problems.set('kronor', words.wrongSum);
    if (!none && receiver === '') problems.set('mottagare', words.wrongReceiver);
    if (problems.size > 0)
      return monthPage(context, { saved: '', typed: { kronor: body.kronor, receiver, problems } });
    await savePrize(
      context.tx,
      organisation,
      none ? null : { kronor: Number(kronor), receiver },
      context.now,
    );
    return see(link(at.show, { organisation }, { sparat: 'pris' }));
  },
});

export const monthRoutes = [showMonth, vote, setPrize] as const;
