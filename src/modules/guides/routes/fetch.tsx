import { z } from 'zod';
import { link, missing, route, see, type Context, type Reply } from '../../../platform/http/index.ts';
import {
  acting,
  addresses as commons,
  editDraft,
  fetchedVersion,
  findFetchable,
  findFetched,
  type Fetchable,
  type Outcome,
} from '../../commons/index.ts';
import { commandsFor } from '../fetching/commands.ts';
import { stepsOf, targetsIn } from '../fetching/parts.ts';
import { ChooseGuidePage } from '../pages/fetch/choose-page.tsx';
import { PickPage, targetName, tickName, wholeStep } from '../pages/fetch/pick-page.tsx';
import { kindId } from '../reading/shown.ts';
import { findWorked } from '../studio/draft.ts';
import { fetchTexts, type FetchTexts } from '../texts/fetch.ts';
import { draft as at } from './addresses.ts';
import { writers } from '../writers.ts';
import { chooseView, pickView, placeOf, type Asked, type Here, type Picked } from './fetch-view.ts';

const frame = { kind: 'work', area: 'services' } as const;

const Query = z.object({
  hos: z.enum(['oss', 'biblioteket']).catch('oss'),
  sok: z.string().trim().max(200).catch(''),
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
  till: z.string().max(200).catch(''),
  /** `skara/journalforing` */
  fran: z.string().max(200).catch(''),
});

const Ticks = z.union([z.string().max(300), z.array(z.string().max(300)).max(2000)]);
const Sent = Query.extend({
  version: z.string().max(100).catch(''),
  revision: z.coerce.number().int().min(0).catch(0),
  [tickName]: Ticks.catch([]),
});

async function open(context: Context, work: string): Promise<Here | null> {
  const worked = await findWorked(acting(context), work);
  return worked === null ? null : { context, worked };
}

type Of = { readonly organisation: string; readonly work: string };

function sourceIn(fran: string): Of | null {
  const [organisation = '', work = '', ...rest] = fran.split('/');
  return organisation === '' || work === '' || rest.length > 0 ? null : { organisation, work };
}

async function choosePage(here: Here, asked: Asked): Promise<Reply> {
  const view = await chooseView(here, asked);
  return { kind: 'page', title: view.words.title, frame, content: <ChooseGuidePage {...view} /> };
}

type Shown = { readonly source: Fetchable; readonly asked: Asked; readonly picked?: Picked };

async function pickPage(here: Here, { source, asked, picked }: Shown, status = 200): Promise<Reply> {
  const view = await pickView(here, source, { asked, ...(picked === undefined ? {} : { picked }) });
  return {
    kind: 'page',
    status,
    failed: view.problems.size > 0,
    title: view.words.pick.title(view.guide),
    frame,
    content: <PickPage {...view} />,
  };
}

const showFetch = route({
  method: 'GET',
  path: at.fetch.path,
  access: writers,
  query: Query,
  handle: async (context, { params: { work }, query }) => {
    const here = await open(context, work);
    if (here === null) return missing;
    const of = sourceIn(query.fran);
    if (of === null) return choosePage(here, query);
    const source = await findFetchable(acting(context), of);
    if (source === null || source.definition.kind !== kindId || of.work === work) return missing;
    return pickPage(here, { source, asked: query });
  },
});

/** The version that stood on the page, which is the one that was chosen from. */
async function findShown(context: Context, of: Of, versionId: string): Promise<Fetchable | null> {
  if (!/^sha256-[0-9a-f]{64}$/.test(versionId)) return null;
  const from = { ...of, version: fetchedVersion(versionId), element: 'all' };
  const source = await findFetched(acting(context), from);
  return source?.definition.kind === kindId ? source : null;
}

/** Blocks that were ticked, one by one or by their step. */
function blocksTicked(source: Fetchable, ticked: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    stepsOf(source.definition).flatMap(({ id, blocks }) =>
      blocks.flatMap((block) => (ticked.has(wholeStep(id)) || ticked.has(block.id) ? [block.id] : [])),
    ),
  );
}

const doFetch = route({
  method: 'POST',
  path: at.fetch.path,
  access: writers,
  body: Sent,
  handle: async (context, { params: { work }, body }) => {
    const here = await open(context, work);
    const of = sourceIn(body.fran);
    if (here === null || of === null || of.work === work) return missing;
    const source = await findShown(context, of, body.version);
    if (source === null) return missing;
    const { worked } = here;
    const words = fetchTexts(context.language);
    const ticked = new Set([body[tickName]].flat());
    const blocks = blocksTicked(source, ticked);
    const target = targetsIn(worked.definition).find(({ id }) => id === body.till);
    const refuse = (problems: ReadonlyMap<string, string>, status: number): Promise<Reply> =>
      pickPage(here, { source, asked: body, picked: { ticked, problems } }, status);
    if (blocks.size === 0 || target === undefined) {
      const problems = new Map([
        ...(blocks.size === 0 ? [[tickName, words.pick.noBlocks] as const] : []),
        ...(target === undefined ? [[targetName, words.pick.noTarget] as const] : []),
      ]);
      return refuse(problems, 422);
    }
    if (body.revision !== (worked.revision ?? 0)) return refuse(new Map([['', words.stale]]), 409);
    const commands = commandsFor({ source, blocks, target }, worked.definition);
    const saved = await editDraft(acting(context), { work, revision: worked.revision, commands });
    if (!saved.ok) return refuse(new Map([['', whyNot(saved, words)]]), 409);
    return see(link(commons.edit, placeOf(here), { element: target.id, sparat: 'ja' }));
  },
});

/** Why what was fetched could not be put in the draft. */
export function whyNot({ failure }: Extract<Outcome<unknown>, { ok: false }>, words: FetchTexts): string {
  if (failure.kind === 'not-allowed') return words.locked;
  return failure.kind === 'stale' || failure.kind === 'no-draft' ? words.stale : words.refused;
}

export const fetchRoutes = [showFetch, doFetch] as const;
