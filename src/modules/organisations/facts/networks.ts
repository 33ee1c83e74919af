import type { Fact } from './facts.ts';

type NetworkFact = Fact & { readonly members: readonly string[] };

function network(
  fact: Omit<Fact, 'code' | 'county' | 'publicName'> & { readonly publicName?: string },
  codes: string,
) {
  return {
    ...fact,
    publicName: fact.publicName ?? fact.name,
    code: null,
    county: null,
    members: codes.split(' '),
  } satisfies NetworkFact;
}

/** Networks of the demo world, with the codes of their member municipalities. */
export const networks: readonly NetworkFact[] = [
  network(
    { id: 'esamverkan', kind: 'project', name: 'eSamverkan' },
    '2281 2280 2262 2284 2282 2283 2260 2132 2184',
  ),
  network(
    { id: 'goteborgsregionen', kind: 'region-circle', name: 'Göteborgsregionen' },
    '1440 1489 1480 1401 1384 1482 1441 1462 1481 1402 1415 1419 1407',
  ),
  network({ id: 'v6', kind: 'region-circle', name: 'V6' }, '1494 1471 1495 1470 1445 1444'),
  network(
    { id: 'gvs12', kind: 'project', name: 'GVS12' },
    '1494 1471 1495 1470 1445 1444 1498 1472 1497 1493 1473 1447',
  ),
  network(
    {
      id: 'e-namnden-norrbotten',
      kind: 'joint-board',
      name: 'e-nämnden i Norrbotten',
      publicName: 'Gemensamma e-nämnden i Norrbotten',
    },
    '2505 2506 2510 2513 2514 2518 2521 2523 2560 2580 2581 2582 2583 2584',
  ),
];
