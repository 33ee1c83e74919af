import { z } from 'zod';
import { missing, route, see, type Reply } from '../../../../platform/http/index.ts';
import { formatNumber } from '../../../../platform/text/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { Why } from '../../everybody/compare/resemblance.ts';
import { findResembling, mostCompared, mostMembers } from '../../everybody/compare/find.ts';
import { listNetworks, namesOf, type Network } from '../../everybody/places.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { page } from '../../everybody/search/filter.ts';
import { ChoosePage, type ChooseView } from '../../pages/everybody/choose-page.tsx';
import { ComparePage } from '../../pages/everybody/compare-page.tsx';
import { findOrganisations } from './named.ts';
import type { CompareAsked } from './compare-parts.ts';
import { compareView } from './compare-view.ts';
import { frame, groundOf, navOf, pageTo, type Ground } from './ground.ts';

const id = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(100).optional().catch(undefined),
);

/** Ids with commas between, or one by one as check boxes send them. */
export const ids = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((given) => [given].flat().flatMap((one) => one.split(',')))
  .transform((all) => [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))]);

export const Query = z.object({
  med: ids,
  natverk: id,
  omrade: id,
  lika: z.enum(['ja']).optional().catch(undefined),
  slutar: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  sida: page,
});
type Query = z.infer<typeof Query>;

/** Who is compared: those chosen that there are, against oneself; or a network's members. Null where that is nobody. */
export async function askedOf(ground: Ground, query: Query): Promise<CompareAsked | null> {
  const { organisation, context } = ground;
  const networks = await listNetworks(context.tx);
  const { omrade, lika, slutar, sida } = query;
  const choices = { networks, omrade, lika: lika === 'ja', slutar, page: sida };
  const network = networks.find((one) => one.id === query.natverk);
  if (network !== undefined) {
    const first = network.members.includes(organisation) ? [organisation] : [];
    const organisations = [...new Set([...first, ...network.members])].slice(0, mostMembers);
    return { ...choices, network, organisations };
  }
  const known = await findOrganisations(context.tx, query.med);
  const others = known.map((one) => one.id).filter((one) => one !== organisation);
  if (others.length === 0) return null;
  return { ...choices, network: null, organisations: [organisation, ...others].slice(0, mostCompared) };
}

const showCompare = route({
  method: 'GET',
  path: at.compare.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const asked = await askedOf(ground, query);
    if (asked === null) return see(pageTo(ground, at.choose));
    const view = await compareView(ground, asked);
    return { kind: 'page', title: view.title, frame, content: <ComparePage {...view} /> };
  },
});

/** How many that resemble one are shown, and how many of them are ticked at first. */
const mostShown = 12;
const firstTicked = 4;

function sayWhy({ words, language }: Ground, why: Why, networks: readonly Network[]): string {
  const say = words.compare.why;
  switch (why.kind) {
    case 'landscape':
      return say.landscape(why.same, why.of);
    case 'needs':
      return say.needs(why.same, why.of);
    case 'size':
      return say.size(formatNumber(why.inhabitants, language));
    case 'county':
      return say.county;
    case 'network':
      return say.network(networks.find((one) => one.id === why.network)?.name ?? why.network);
  }
}

type Typed = { readonly med: readonly string[]; readonly namn: string; readonly problem: string | null };

async function chooseView(ground: Ground, { med, namn, problem }: Typed): Promise<ChooseView> {
  const { context, reader, words, organisation } = ground;
  const networks = await listNetworks(context.tx);
  const likes = await findResembling(context.tx, reader, mostShown);
  const name = await namesOf(
    context.tx,
    likes.map((one) => one.id),
  );
  const resembling = likes.map((one) => ({
    value: one.id,
    label: name(one.id),
    help: one.why.map((why) => sayWhy(ground, why, networks)).join(', '),
  }));
  const shown = new Set(resembling.map(({ value }) => value));
  const others = med.filter((one) => !shown.has(one));
  const known = await findOrganisations(context.tx, others);
  const typed = [namn, ...known.map((one) => one.name)].filter((one) => one !== '').join(', ');
  const first = med.length === 0 && namn === '' ? [...shown].slice(0, firstTicked) : med;
  return {
    words,
    nav: navOf(ground, 'compare'),
    action: pageTo(ground, at.choose),
    resembling,
    chosen: first,
    typed,
    problem,
    networks: networks
      .filter(({ members, id: network }) => members.includes(organisation) || network === organisation)
      .map(({ id: network, name: title, members }) => ({
        id: network,
        title: words.compare.choose.networkLink(title, members.length),
        to: pageTo(ground, at.compare, {}, { natverk: network }),
      })),
  };
}

const Choice = z.object({
  med: ids,
  namn: z.string().trim().max(1000).default(''),
  visa: z.enum(['ja']).optional().catch(undefined),
});

/** Leads on to the comparison where what was chosen can be compared; else says what is wrong. */
async function choose(ground: Ground, { med, namn, visa }: z.infer<typeof Choice>): Promise<Reply> {
  const { words, context, organisation } = ground;
  const page = async (problem: string | null): Promise<Reply> => {
    const view = await chooseView(ground, { med, namn, problem });
    const failed = problem === null ? {} : { status: 422, failed: true };
    return {
      kind: 'page',
      ...failed,
      title: words.compare.choose.title,
      frame,
      content: <ChoosePage {...view} />,
    };
  };
  if (visa === undefined) return page(null);
  const names = namn
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const found = await findOrganisations(context.tx, names);
  const unknown = names.filter((one) => !found.some(({ asked }) => asked === one));
  if (unknown.length > 0) return page(words.compare.choose.unknown(unknown));
  const all = [...new Set([...med, ...found.map((one) => one.id)])].filter((one) => one !== organisation);
  if (all.length === 0) return page(words.compare.emptyWhat);
  if (all.length >= mostCompared) return page(words.compare.choose.tooMany);
  return see(pageTo(ground, at.compare, {}, { med: all.join(',') }));
}

const showChoose = route({
  method: 'GET',
  path: at.choose.path,
  access: landscapeAccess,
  query: Choice,
  handle: async (context, { query }) => {
    const ground = await groundOf(context);
    return ground === null ? missing : choose(ground, query);
  },
});

export const compareRoutes = [showChoose, showCompare] as const;
