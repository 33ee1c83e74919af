import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import {
  hasRole,
  link,
  missing,
  route,
  see,
  staff,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { formatDate, isoDay, typedDay } from '../../../platform/text/index.ts';
import { cancelPlan, changeFourEyes, planUse, showUseRule, type PlannedUse } from '../actions/plan-use.ts';
import { findVariant, listVersions } from '../actions/read.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { trailTo } from '../pages/trail.ts';
import { UsePage, type UseView } from '../pages/variant/use-page.tsx';
import { useTexts } from '../texts/use.ts';
import { frame } from './access.ts';
import { refusedPage } from './variant-steps.tsx';

type Typed = Pick<UseView, 'typed' | 'problem' | 'saved'>;
const untyped: Typed = { typed: { day: '', month: '', year: '' }, problem: null, saved: false };

const dayIn = (iso: string, a: Acting): string => formatDate(new Date(`${iso}T12:00:00Z`), a.language);

function planView(planned: PlannedUse | null, a: Acting, dropTo: string): UseView['plan'] {
  if (planned === null) return null;
  const words = useTexts(a.language);
  const day = dayIn(planned.from, a);
  const failed = planned.failed !== null;
  const text = failed
    ? words.failed(planned.number, day)
    : words.planned(planned.number, day, planned.by.name);
  return { text, failed, dropTo };
}

async function useView(
  a: Acting,
  work: string,
  { mayRule, ...typed }: Typed & { readonly mayRule: boolean },
): Promise<UseView | null> {
  const variant = await findVariant(a, work);
  if (variant === null) return null;
  const { organisation, language } = a;
  const words = useTexts(language);
  const { fourEyes, planned } = await showUseRule(a, work);
  const { number } = variant.head;
  const version = (await listVersions(a, work)).find((one) => one.number === number);
  const at = { organisation, work };
  const title = pickText(variant.title, language);
  const own = fourEyes && version?.author.person != null && version.author.person === a.author.person;
  return {
    words,
    title: words.title(title),
    trail: trailTo({ ...at, title, language }, { title: words.crumb }),
    number,
    what:
      version === undefined ? '' : words.what(number, version.author.name, formatDate(version.at, language)),
    useTo: variant.running?.number === number ? null : link(addresses.takeInUse, at),
    own,
    plan: planView(planned, a, link(addresses.dropPlan, at)),
    planTo: link(addresses.planUse, at),
    fourEyes,
    eyesTo: mayRule ? link(addresses.fourEyes, at) : null,
    ...typed,
  };
}

async function usePage(context: Context, work: string, typed: Typed): Promise<Reply> {
  const a = acting(context);
  const view = await useView(a, work, { ...typed, mayRule: hasRole(context, a.organisation, 'admin') });
  if (view === null) return missing;
  return {
    kind: 'page',
    ...(view.problem === null ? {} : { status: 422, failed: true }),
    title: view.title,
    frame,
    content: <UsePage {...view} />,
  };
}

const showUse = route({
  method: 'GET',
  path: addresses.takeInUse.path,
  access: designers,
  query: z.object({ sparat: z.string().max(10).optional() }),
  handle: (context, { params: { work }, query }) =>
    usePage(context, work, { ...untyped, saved: query.sparat !== undefined }),
});

const part = z.string().trim().max(10).default('');
const saved = (a: Acting, work: string): Reply =>
  see(link(addresses.takeInUse, { organisation: a.organisation, work }, { sparat: 'ja' }));

const plan = route({
  method: 'POST',
  path: addresses.planUse.path,
  access: designers,
  body: z.object({
    number: z.coerce.number().int().min(1),
    'dag.day': part,
    'dag.month': part,
    'dag.year': part,
  }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const words = useTexts(a.language);
    const typed = { day: body['dag.day'], month: body['dag.month'], year: body['dag.year'] };
    const from = typedDay(typed);
    if (from === null) return usePage(context, work, { typed, problem: words.wrongDay, saved: false });
    if (from <= isoDay(a.now)) return usePage(context, work, { typed, problem: words.pastDay, saved: false });
    const planned = await planUse(a, { work, number: body.number, from });
    return planned.ok ? saved(a, work) : refusedPage(a, work, planned.failure);
  },
});

const drop = route({
  method: 'POST',
  path: addresses.dropPlan.path,
  access: designers,
  handle: async (context, { params: { work } }) => {
    const a = acting(context);
    const dropped = await cancelPlan(a, work);
    return dropped.ok ? saved(a, work) : refusedPage(a, work, dropped.failure);
  },
});

const setFourEyes = route({
  method: 'POST',
  path: addresses.fourEyes.path,
  access: staff('admin'),
  body: z.object({ 'fyra-ogon': z.string().max(10).default('') }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const changed = await changeFourEyes(a, { work, fourEyes: body['fyra-ogon'] === 'ja' });
    return changed.ok ? saved(a, work) : refusedPage(a, work, changed.failure);
  },
});

export const useRoutes = [showUse, plan, drop, setFourEyes] as const;
