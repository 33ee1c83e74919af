import { z } from 'zod';
import { pickText, type Element } from '../../../kernel/index.ts';
import { link, missing, route, see, type Context, type Reply } from '../../../platform/http/index.ts';
import {
  acting,
  addresses as commons,
  describeDifferences,
  editDraft,
  fetchedOf,
  fetchedVersion,
  type Command,
  type DescribedChange,
  type Fetched,
} from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import { openSources, standingOf, takeNew, type Standing, type Taken } from '../fetching/changed.ts';
import { addFacts } from '../fetching/commands.ts';
import { alone } from '../fetching/own-block.ts';
import { findLying, type Lying } from '../fetching/parts.ts';
import { guideKind } from '../kind.ts';
import { ChangedPage, type ChangedView } from '../pages/fetch/changed-page.tsx';
import { findWorked } from '../studio/draft.ts';
import { fetchTexts } from '../texts/fetch.ts';
import { draft as at } from './addresses.ts';
import { writers } from '../writers.ts';
import { placeOf, trailOf, type Here } from './fetch-view.ts';
import { whyNot } from './fetch.tsx';

const frame = { kind: 'work', area: 'services' } as const;

/** A block that was fetched, and what there is to take of where it is from. */
type Open = Here & {
  readonly lying: Lying;
  readonly from: Fetched;
  readonly standing: Standing;
  /** Null where there is nothing to take. */
  readonly taken: Taken | null;
  readonly fromNumber: number | null;
};

async function open(context: Context, work: string, element: string): Promise<Open | null> {
  const a = acting(context);
  const worked = await findWorked(a, work);
  const lying = worked === null ? null : findLying(worked.definition, element);
  const from = lying === null ? null : fetchedOf(lying.block);
  if (worked === null || lying === null || from === null) return null;
  const sources = openSources(a);
  const standing = await standingOf(sources, from);
  const earlier = await sources.earlier(from);
  const { definition } = worked;
  const taken =
    standing.kind === 'changed'
      ? takeNew({ definition, own: lying.block, earlier: earlier?.definition ?? null, standing })
      : null;
  return { context, worked, lying, from, standing, taken, fromNumber: earlier?.number ?? null };
}

function differing({ context, worked }: Here, before: Element, after: Element): readonly DescribedChange[] {
  const { definition } = worked;
  const [one, other] = [alone(before, definition), alone(after, definition)];
  const reading = { kind: guideKind, language: context.language };
  // Where it is from is told apart.
  return describeDifferences(one, other, reading).filter(({ path }) => !path.endsWith('/source'));
}

function changeOf(here: Open): ChangedView['change'] {
  const { standing, taken, lying } = here;
  if (standing.kind !== 'changed' || taken === null) return null;
  const { base, theirs, merged } = taken;
  const inOurs = differing(here, lying.block, merged ?? theirs);
  const untouched = base !== null && differing(here, lying.block, base).length === 0;
  return {
    number: standing.now.number,
    inSource: base === null ? null : differing(here, base, theirs),
    inOurs,
    kind: merged === null ? 'both' : untouched ? 'as-it-is' : 'beside-ours',
  };
}

async function changedPage(here: Open, problem: string | null, status = 200): Promise<Reply> {
  const { context, worked, lying, from, standing } = here;
  const words = fetchTexts(context.language);
  const place = placeOf(here);
  const name = (await findNames(context.tx, [from.organisation])).get(from.organisation) ?? from.organisation;
  const now = standing.kind === 'unseen' ? null : standing.now;
  const title = now === null ? null : pickText(now.definition.title, context.language);
  return {
    kind: 'page',
    status,
    title: words.changedPage.title,
    frame,
    content: (
      <ChangedPage
        words={words}
        trail={trailOf(here, words.changedPage.title)}
        action={link(at.fetched, place)}
        hidden={{
          element: lying.block.id,
          revision: worked.revision ?? 0,
          version: now?.versionId ?? '',
        }}
        back={link(commons.edit, place, { element: lying.block.id })}
        from={title === null ? words.from.unseen : words.from.work(title, name, here.fromNumber)}
        problem={problem}
        change={changeOf(here)}
      />
    ),
  };
}

const showFetched = route({
  method: 'GET',
  path: at.fetched.path,
  access: writers,
  query: z.object({ element: z.string().max(300).catch('') }),
  handle: async (context, { params: { work }, query: { element } }) => {
    const here = await open(context, work, element);
    return here === null ? missing : changedPage(here, null);
  },
});

const Answer = z.object({
  element: z.string().max(300).catch(''),
  revision: z.coerce.number().int().min(0).catch(0),
  version: z.string().max(100).catch(''),
  gor: z.enum(['ta', 'kallans', 'behall']).catch('behall'),
});
type Answer = z.infer<typeof Answer>;

/** What the block becomes, with the version that has now been taken or declined. */
function becomes({ lying, taken }: Open, { gor }: Answer): Element | null {
  switch (gor) {
    case 'behall':
      return lying.block;
    case 'kallans':
      return taken?.theirs ?? null;
    case 'ta':
      return taken?.merged ?? null;
  }
}

function commandsFor(here: Open, element: Element): readonly Command[] {
  const { lying, from, standing, worked } = here;
  if (standing.kind !== 'changed') return [];
  const { list, after, block } = lying;
  const { definition: source, versionId } = standing.now;
  const put = { ...element, source: { ...from, version: fetchedVersion(versionId) } };
  const facts = element === block ? [] : addFacts([standing.after], { from: source, to: worked.definition });
  return [...facts, { do: 'remove', path: `${list}/${block.id}` }, { do: 'add', list, element: put, after }];
}

const takeFetched = route({
  method: 'POST',
  path: at.fetched.path,
  access: writers,
  body: Answer,
  handle: async (context, { params: { work }, body }) => {
    const here = await open(context, work, body.element);
    if (here === null) return missing;
    const words = fetchTexts(context.language);
    const { worked, standing, lying } = here;
    if (body.revision !== (worked.revision ?? 0)) return changedPage(here, words.stale, 409);
    const now = standing.kind === 'unseen' ? null : standing.now.versionId;
    const element = becomes(here, body);
    if (standing.kind !== 'changed' || now !== body.version || element === null)
      return changedPage(here, words.staleSource, 409);
    const commands = commandsFor(here, element);
    const saved = await editDraft(acting(context), { work, revision: worked.revision, commands });
    if (!saved.ok) return changedPage(here, whyNot(saved, words), 409);
    return see(link(commons.edit, placeOf(here), { element: lying.block.id, sparat: 'ja' }));
  },
});

export const fetchedRoutes = [showFetched, takeFetched] as const;
