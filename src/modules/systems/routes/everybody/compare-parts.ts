import { isoDay } from '../../../../platform/text/index.ts';
import type { Chip, MapState, MapTile } from '../../../../ui/index.ts';
import { municipalities } from '../../../organisations/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { findShared, FoundComparison } from '../../everybody/compare/find.ts';
import type { Network } from '../../everybody/places.ts';
import type { CompareView } from '../../pages/everybody/compare-page.tsx';
import { areaName, pageTo, type Ground } from './ground.ts';
import { areasInOrder } from '../../taxonomy/reading.ts';

export type CompareAsked = {
  /** The first is what the others are compared against. */
  readonly organisations: readonly string[];
  /** The network whose members they all are; null where they are chosen one by one. */
  readonly network: Network | null;
  readonly omrade?: string | undefined;
  readonly lika: boolean;
  readonly slutar?: number | undefined;
  readonly page: number;
  readonly networks: readonly Network[];
};

export type Query = Readonly<Record<string, string | number | undefined>>;

/** The choices of a comparison as they stand in its address. */
export function queryOf({ organisations, network, omrade, lika, slutar }: CompareAsked): Query {
  return {
    ...(network === null ? { med: organisations.slice(1).join(',') } : { natverk: network.id }),
    omrade,
    lika: lika ? 'ja' : undefined,
    slutar,
  };
}

/** What is compared, and by whom it is read. */
export type Seen = FoundComparison & {
  readonly ground: Ground;
  readonly asked: CompareAsked;
  readonly name: (id: string) => string;
};

export function chipsOf({ ground, asked, comparison }: Seen): readonly Chip[] {
  const { words, language, context } = ground;
  const to = (change: Query): string => pageTo(ground, at.compare, {}, { ...queryOf(asked), ...change });
  const year = Number(isoDay(context.now).slice(0, 4));
  const years = [year + 1, year + 2, year + 3, year + 4];
  const area: Chip =
    asked.omrade === undefined
      ? {
          id: 'omrade',
          title: words.compare.needs(comparison.needs),
          options: areasInOrder(ground.reader.taxonomy, language).map((one) => ({
            title: one.name[language],
            to: to({ omrade: one.id }),
          })),
        }
      : { id: 'omrade', title: areaName(ground, asked.omrade), clear: to({ omrade: undefined }) };
  const same: Chip[] = asked.lika
    ? [{ id: 'lika', title: words.compare.same, clear: to({ lika: undefined }) }]
    : [];
  const ends: Chip =
    asked.slutar === undefined
      ? {
          id: 'slutar',
          title: words.compare.endsBefore(String(year + 2)),
          options: years.map((one) => ({
            title: words.compare.endsBefore(String(one)),
            to: to({ slutar: one }),
          })),
        }
      : {
          id: 'slutar',
          title: words.compare.endsBefore(String(asked.slutar)),
          clear: to({ slutar: undefined }),
        };
  return [area, ...same, ends];
}

type Shared = Awaited<ReturnType<typeof findShared>>;

/** By how much of what the first has that each has too. */
function shadeOf(n: number | undefined, of: number): MapState {
  if (n === undefined) return 'unknown';
  if (n === 0) return 'none';
  if (n * 2 >= of) return 'high';
  return n * 4 >= of ? 'middle' : 'low';
}

export function mapOf({ ground, asked, name }: Seen, { of, shared }: Shared): CompareView['map'] {
  const { words } = ground;
  const place = new Map(asked.organisations.map((id, index) => [id, index]));
  const { legend: say } = words.compare;
  const tiles = municipalities.map(({ id, column, row }): MapTile => {
    const index = place.get(id);
    const n = shared.get(id);
    const state = index === undefined ? shadeOf(n, of) : index === 0 ? 'home' : 'owns';
    const says = index === 0 ? say.ours : n === undefined ? words.map.unbegun : words.compare.shared(n, of);
    return { id, column, row, state, title: `${name(id)}: ${says}` };
  });
  const used = new Set(tiles.map(({ state }) => state));
  const items = [
    ['home', name(asked.organisations[0] ?? '')],
    ['owns', say.compared],
    ['high', say.many],
    ['middle', say.some],
    ['low', say.few],
    ['none', say.no],
    ['unknown', words.map.unbegun],
  ] as const;
  return {
    tiles,
    legend: items.filter(([state]) => used.has(state)).map(([state, word]) => ({ kind: 'map', state, word })),
    label: words.compare.mapLabel(asked.organisations.length),
  };
}
