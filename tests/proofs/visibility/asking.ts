import { connections, everybody, own, sheets } from '../../../src/modules/systems/addresses.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { fieldIds, fieldOf } from '../../../src/modules/systems/model/fields.ts';
import { pick, whole, type Random } from '../random.ts';
import { asForm, sample } from '../samples.ts';
import { wordOf } from './canaries.ts';
import { owners, secretive, secretProduct, usageIds } from './stage.ts';

/* What a curious reader asks: of every address, with words, sorts and filters that would tell something hidden. */

const systems = owners.flatMap(({ organisation }) => [
  { owner: organisation, place: 0 as const },
  { owner: organisation, place: 1 as const },
]);

const options = fieldIds.flatMap((id): readonly string[] => {
  const field = fieldOf(id);
  return field.type === 'choice' || field.type === 'choices' ? field.options : [];
});

const canaryWord = (random: Random): string =>
  wordOf(pick(random, fieldIds), random() < 0.5 ? 'ett' : 'tva', pick(random, systems));

const organisations: readonly string[] = [
  ...owners.map(({ organisation }) => organisation),
  secretive,
  'ornskoldsvik',
];
const products = ['mallsta-robotrad', 'mallsta-floderi', secretProduct] as const;

/** Values by the names that addresses and queries have for them. */
const pools: Readonly<Record<string, readonly string[]>> = {
  produkt: products,
  product: products,
  leverantor: ['mallsta-digital', 'provkoping-system'],
  supplier: ['mallsta-digital', 'provkoping-system'],
  funktion: ['processautomation', 'integrationsplattform', 'e-arkiv', 'bokning-lokaler', 'fordonshantering'],
  component: ['processautomation', 'e-arkiv'],
  omrade: ['it-drift', 'arende-och-arkiv', 'kultur-fritid'],
  area: ['it-drift', 'arende-och-arkiv'],
  namn: organisations,
  kommun: organisations,
  organisation: organisations,
  lan: ['22'],
  natverk: ['esamverkan'],
  network: ['esamverkan'],
  usage: usageIds,
  from: usageIds,
  sida: ['1', '2'],
  fran: ['2027-01-01'],
  med: organisations,
  slutar: ['2028', '2031', '2042'],
  till: ['2028', '2031', '2042'],
};

const nowhere = '018f0000-0000-7000-8000-000000000000';

export function valueFor(random: Random, name: string): string {
  const pool = pools[name];
  if (pool !== undefined) return pick(random, pool);
  const roll = whole(random, 8);
  if (roll === 0) return canaryWord(random);
  if (roll === 1) return pick(random, fieldIds);
  if (roll === 2) return pick(random, options);
  if (roll === 3) return pick(random, products);
  if (roll === 4) return '2028-05-01';
  if (roll === 5) return pick(random, ['processautomation', 'robot', 'mallsta', 'kanarie']);
  return pick(random, organisations);
}

/** Questions are words: mostly a canary's, which finds something only where it may be read. */
const worded = (random: Random, name: string): string =>
  (name === 'q' || name === 'sok') && random() < 0.8 ? canaryWord(random) : valueFor(random, name);

/** An address of the route, asked in the organisation's name. */
export function askOf(random: Random, route: AnyRoute, organisation: string): string {
  const path = route.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(
      name === 'organisation'
        ? organisation
        : pools[name] === undefined
          ? nowhere
          : pick(random, pools[name]),
    ),
  );
  if (route.query === undefined) return path;
  const named = (name: string): unknown => worded(random, name);
  const query = asForm(sample(route.query, { random, named }));
  return query === '' ? path : `${path}?${query}`;
}

/** What is most worth knowing, asked as people would ask it. */
export function leadingQuestions(organisation: string): readonly string[] {
  const to = (target: { readonly path: string }, query: string, product = ''): string =>
    `${target.path.replace(':organisation', organisation).replace(':product', product)}?${query}`;
  return [
    ...organisations.flatMap((owner) => [
      to(everybody.compare, `med=${owner}`),
      to(everybody.compare, `med=${owner}&slutar=2031`),
      to(everybody.search, `kommun=${owner}`),
      `/api/v1/organisations/${organisation}/everybody/usages?kommun=${owner}&limit=500`,
    ]),
    to(everybody.compare, 'natverk=esamverkan'),
    to(everybody.horizon, 'natverk=esamverkan'),
    to(everybody.horizon, 'till=2042'),
    ...products.flatMap((product) => [
      to(everybody.product, '', product),
      to(everybody.map, `produkt=${product}&visa=version`),
      to(everybody.horizon, `produkt=${product}`),
      to(everybody.search, `produkt=${product}`),
      to(own.addNew, `produkt=${product}`),
    ]),
  ];
}

/** Where an owner meets everything that it says of its first system. */
export function ownPages(organisation: string): readonly string[] {
  const usage = usageIds[0] ?? '';
  return [own.usage, own.change, sheets.json, connections.archimate].map(({ path }) =>
    path.replace(':organisation', organisation).replace(':usage', usage),
  );
}

/** `rounds` addresses of every route that can be asked without changing anything, each once. */
export function asksOf(
  random: Random,
  routes: readonly AnyRoute[],
  { organisation, rounds }: { readonly organisation: string; readonly rounds: number },
): readonly string[] {
  return routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => [
      ...new Set(
        Array.from(
          {
            length:
              route.query === undefined && !route.path.split(':organisation').at(-1)?.includes(':')
                ? 1
                : rounds,
          },
          () => askOf(random, route, organisation),
        ),
      ),
    ]);
}
