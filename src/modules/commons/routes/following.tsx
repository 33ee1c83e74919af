import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see, type Reply } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { changeAutoUpdate, changeSharing, refollow, takeOver } from '../actions/chain.ts';
import { findWork } from '../actions/library.ts';
import { findDefinition, findVariant } from '../actions/read.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { partsOf } from '../model/described.ts';
import type { Failure, Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import { FollowingPage, MatchPage, type FollowingView } from '../pages/following/following-page.tsx';
import { readerFor } from '../reader.ts';
import { followingTexts } from '../texts/following.ts';
import { frame } from './access.ts';

type Said = Partial<Pick<FollowingView, 'chosen' | 'reason' | 'problems' | 'message'>>;

async function gather(a: Acting, work: string, said: Said): Promise<FollowingView | null> {
  const variant = await findVariant(a, work);
  if (variant === null) return null;
  const shown = await findWork(a.tx, await readerFor(a), { work, now: a.now });
  const followed = variant.base?.organisation;
  const others = (shown?.variants ?? []).filter(
    (one) => one.organisation !== a.organisation && one.organisation !== followed && !one.withdrawn,
  );
  const mentioned = [...others.map((one) => one.organisation), ...(followed === undefined ? [] : [followed])];
  const names = await findNames(a.tx, mentioned);
  return {
    variant,
    title: pickText(variant.title, a.language),
    nameOf: (id) => names.get(id) ?? id,
    others,
    measures: getKind(variant.kind).figures?.measures ?? [],
    chosen: '',
    reason: '',
    problems: new Map(),
    message: null,
    language: a.language,
    ...said,
  };
}

async function followingPage(a: Acting, work: string, said: Said, status = 200): Promise<Reply> {
  const view = await gather(a, work, said);
  if (view === null) return missing;
  return {
    kind: 'page',
    status,
    title: followingTexts(a.language).title(view.title),
    frame,
    failed: view.problems.size > 0,
    content: <FollowingPage view={view} />,
  };
}

const showFollowing = route({
  method: 'GET',
  path: addresses.following.path,
  access: designers,
  query: z.object({ sparat: z.string().optional() }),
  handle: async (context, { params: { work }, query }) => {
    const text = followingTexts(context.language).saved;
    const said: Said = query.sparat === undefined ? {} : { message: { tone: 'good', text } };
    return followingPage(acting(context), work, said);
  },
});

const saved = (a: Acting, work: string): Reply =>
  see(link(addresses.following, { organisation: a.organisation, work }, { sparat: 'ja' }));

type Refused = { readonly failure: Failure; readonly said?: Said };

async function refused(a: Acting, work: string, { failure, said }: Refused): Promise<Reply> {
  const words = followingTexts(a.language);
  const text = words.failures[failure.kind] ?? words.failed;
  const details = failure.kind === 'not-allowed' ? await placesOf(a, work, failure) : [];
  return followingPage(a, work, { ...said, message: { tone: 'warning', text, details } }, 409);
}

/** The parts that stand in the way, by name. */
async function placesOf(
  a: Acting,
  work: string,
  { violations }: Extract<Failure, { kind: 'not-allowed' }>,
): Promise<readonly string[]> {
  const definition = await findDefinition(a, work, 'head');
  if (definition === null) return [];
  const parts = partsOf([definition], { kind: getKind(definition.kind), language: a.language });
  const titles = violations.map(({ element, path }) => {
    const part = parts.of(path);
    return part.path === '' && element !== '' ? element : part.title;
  });
  return [...new Set(titles)];
}

async function after(a: Acting, work: string, outcome: Outcome<unknown>): Promise<Reply> {
  return outcome.ok ? saved(a, work) : refused(a, work, { failure: outcome.failure });
}

const many = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const chooseSharing = route({
  method: 'POST',
  path: addresses.followSharing.path,
  access: designers,
  body: z.object({ share: many }),
  handle: async (context, { params: { work }, body: { share } }) => {
    const a = acting(context);
    const sharing = {
      changes: share.includes('changes'),
      use: share.includes('use'),
      results: share.includes('results'),
    };
    return after(a, work, await changeSharing(a, { work, sharing }));
  },
});

const chooseUpdates = route({
  method: 'POST',
  path: addresses.followUpdates.path,
  access: designers,
  body: z.object({ autoUpdate: z.enum(['ask', 'clean']) }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    return after(a, work, await changeAutoUpdate(a, { work, ...body }));
  },
});

const Pair = z.tuple([z.string(), z.string()]);

/** The pairs that a person has let stand, as they were sent. */
function pairsIn(sent: readonly string[]): readonly { readonly from: string; readonly to: string }[] {
  return sent.flatMap((text) => {
    const read = z.preprocess((value) => readJson(String(value)), Pair).safeParse(text);
    return read.success ? [{ from: read.data[0], to: read.data[1] }] : [];
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const chooseAnother = route({
  method: 'POST',
  path: addresses.followAnother.path,
  access: designers,
  body: z.object({
    organisation: z.string().max(80).default(''),
    reason: z.string().trim().max(300).default(''),
    matched: z.string().optional(),
    pair: many,
  }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const words = followingTexts(a.language);
    const { organisation, reason } = body;
    const said = { chosen: organisation, reason };
    const problems = new Map<string, string>();
    if (organisation === '') problems.set('organisation', words.noChoice);
    if (reason === '') problems.set('skal-folj', words.noReason);
    if (problems.size > 0) return followingPage(a, work, { ...said, problems }, 422);
    const followed = await refollow(a, {
      work,
      organisation,
      reason,
      ...(body.matched === undefined ? {} : { reanchoring: pairsIn(body.pair) }),
    });
    if (followed.ok) return saved(a, work);
    const { failure } = followed;
    if (failure.kind !== 'needs-reanchoring') return refused(a, work, { failure, said });
    const view = await gather(a, work, said);
    if (view === null) return missing;
    const { proposals } = failure;
    const content = <MatchPage view={view} proposals={proposals} />;
    return { kind: 'page', status: 409, title: words.match, frame, content };
  },
});

const followNobody = route({
  method: 'POST',
  path: addresses.followNobody.path,
  access: designers,
  body: z.object({ reason: z.string().trim().max(300).default('') }),
  handle: async (context, { params: { work }, body: { reason } }) => {
    const a = acting(context);
    const problems = new Map([['skal-over', followingTexts(a.language).noReason]]);
    if (reason === '') return followingPage(a, work, { problems }, 422);
    return after(a, work, await takeOver(a, { work, reason }));
  },
});

export const followingRoutes = [showFollowing, chooseSharing, chooseUpdates, chooseAnother, followNobody];
