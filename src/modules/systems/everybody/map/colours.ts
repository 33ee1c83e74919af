import type { MapState } from '../../../../ui/index.ts';
import type { MapAsked, MapPlace } from './map.ts';

/** A colour of the map with what it stands for: products or versions by id, or how much of an area is covered. */
export type Shade = {
  readonly state: MapState;
  readonly means:
    | { readonly kind: 'one'; readonly id: string }
    | { readonly kind: 'others' }
    | { readonly kind: 'covered'; readonly from: number; readonly to: number }
    /** So many systems; null where there is no most. */
    | { readonly kind: 'systems'; readonly from: number; readonly to: number | null }
    | { readonly kind: 'none' }
    | { readonly kind: 'unbegun' };
  readonly count: number;
};

export type Coloured = {
  readonly states: ReadonlyMap<string, MapState>;
  /** Those that are in use on the map, in the order of the legend. */
  readonly shades: readonly Shade[];
};

const ones = ['high', 'middle', 'low'] as const;

type Steps = Readonly<
  Record<'high' | 'middle' | 'low', { readonly from: number; readonly to: number | null }>
>;

/** The steps are whole tens. */
const width = 10;

/**
 * How many systems give a tile its colour: three steps with about as many municipalities in each, so that the map tells
 * them apart whether everybody has ten systems or four hundred.
 */
function stepsOf(places: readonly MapPlace[]): Steps {
  const counts = places.flatMap(({ begun, systems }) => (begun ? [systems] : [])).toSorted((a, b) => a - b);
  const tensAt = (share: number): number =>
    Math.round((counts[Math.floor(counts.length * share)] ?? 0) / width) * width;
  const middle = Math.max(width, tensAt(1 / 3));
  const high = Math.max(middle + width, tensAt(2 / 3));
  return {
    high: { from: high, to: null },
    middle: { from: middle, to: high - 1 },
    low: { from: 1, to: middle - 1 },
  };
}

/** Versions with the newest first, others by how many have them. */
function inOrder(asked: MapAsked, places: readonly MapPlace[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { has } of places) for (const id of has) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts.keys()].filter((id) => id !== '');
  if (asked.of === 'version') {
    const newest = new Intl.Collator('sv', { numeric: true }).compare;
    return ids.toSorted((a, b) => newest(b, a));
  }
  return ids.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}

/**
 * The colour of every municipality. The three most used products, or the three newest versions, have a colour each and
 * the others an outline; an area has one by how much of it is covered, and the whole by how many systems there are. None is pale, and not begun is a dot.
 */
export function coloursOf(asked: MapAsked, places: readonly MapPlace[], components: number): Coloured {
  const order = inOrder(asked, places);
  const steps = stepsOf(places);
  const stepOf = (n: number) => (n >= steps.high.from ? 'high' : n >= steps.middle.from ? 'middle' : 'low');
  const stateOf = ({ begun, has, systems }: MapPlace): MapState => {
    if (!begun) return 'unknown';
    if (asked.of === 'coverage') return stepOf(systems);
    if (has.length === 0) return 'none';
    if (asked.of === 'area') return thirdOf(has.length, components);
    const first = Math.min(
      ...has.map((id) => (order.includes(id) ? order.indexOf(id) : Number.POSITIVE_INFINITY)),
    );
    return ones[first] ?? 'older';
  };
  const states = new Map(places.map((place) => [place.municipality, stateOf(place)]));
  const count = (state: MapState): number => [...states.values()].filter((one) => one === state).length;
  const known = [...ones, 'older', 'none', 'unknown'] as const;
  const shades = known.map((state, at): Shade => ({ state, means: meaning(state, at), count: count(state) }));
  function meaning(state: (typeof known)[number], at: number): Shade['means'] {
    switch (state) {
      case 'none':
        return { kind: 'none' };
      case 'unknown':
        return { kind: 'unbegun' };
      case 'older':
        return { kind: 'others' };
      case 'high':
      case 'middle':
      case 'low':
        if (asked.of === 'coverage') return { kind: 'systems', ...steps[state] };
        return asked.of === 'area' ? covered(state, components) : { kind: 'one', id: order[at] ?? '' };
    }
  }
  return { states, shades: shades.filter((shade) => shade.count > 0) };
}

const thirdOf = (n: number, of: number): 'high' | 'middle' | 'low' =>
  n * 3 > of * 2 ? 'high' : n * 3 > of ? 'middle' : 'low';

/** The least and the most that gives a third of an area its colour. */
function covered(state: 'high' | 'middle' | 'low', of: number): Shade['means'] {
  const fitting = Array.from({ length: of }, (_, at) => at + 1).filter((n) => thirdOf(n, of) === state);
  return { kind: 'covered', from: fitting[0] ?? 0, to: fitting.at(-1) ?? 0 };
}
