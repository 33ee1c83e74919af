import { z } from 'zod';
import { missing, route } from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { everybody as at } from '../../addresses.ts';
import { mostCompared } from '../../everybody/compare/find.ts';
import { listNetworks, type Network } from '../../everybody/places.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { page } from '../../everybody/search/filter.ts';
import { HorizonPage } from '../../pages/everybody/horizon-page.tsx';
import { ids } from './compare.tsx';
import { frame, groundOf, type Ground } from './ground.ts';
import type { Circle, HorizonAsked } from './horizon-seen.ts';
import { horizonView } from './horizon-view.ts';

const id = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(100).optional().catch(undefined),
);

export const Query = z.object({
  produkt: id,
  funktion: id,
  omrade: id,
  natverk: id,
  med: ids,
  till: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  sida: page,
});

/** One's own first network where nothing is asked for, else everybody's. */
function circleOf(
  { organisation }: Ground,
  { natverk, med }: z.infer<typeof Query>,
  networks: readonly Network[],
): Circle {
  if (med.length > 0) return { kind: 'some', organisations: med.slice(0, mostCompared) };
  if (natverk === 'alla') return { kind: 'all' };
  if (natverk === 'egna') return { kind: 'own' };
  const own = networks.find(
    ({ id: network, members }) => network === organisation || members.includes(organisation),
  );
  const network = networks.find((one) => one.id === natverk) ?? own;
  return network === undefined ? { kind: 'all' } : { kind: 'network', network };
}

const years = 4;

/** What the horizon's address asks for. */
export async function askedOf(ground: Ground, query: z.infer<typeof Query>): Promise<HorizonAsked> {
  const { context } = ground;
  const networks = await listNetworks(context.tx);
  const from = Number(isoDay(context.now).slice(0, 4));
  const { produkt, funktion, omrade, till, sida } = query;
  return {
    circle: circleOf(ground, query, networks),
    produkt,
    funktion,
    omrade,
    from,
    to: till ?? from + years,
    page: sida,
    networks,
  };
}

const showHorizon = route({
  method: 'GET',
  path: at.horizon.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const view = await horizonView(ground, await askedOf(ground, query));
    return { kind: 'page', title: view.title, frame, content: <HorizonPage {...view} /> };
  },
});

export const horizonRoutes = [showHorizon] as const;
