/** What is drawn: things with names, and arrows between them. */
export type Graph = {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
};

export type Point = { readonly x: number; readonly y: number };

export type Layout = {
  readonly width: number;
  readonly height: number;
  /** Upper left corners. */
  readonly nodes: ReadonlyMap<string, Point>;
  /** From the edge of one to the edge of the other, by way of what lies between. */
  readonly edges: ReadonlyMap<string, readonly Point[]>;
};

export const box = { width: 168, height: 44, across: 72, between: 20, margin: 8 } as const;
/** What an arrow needs where it goes past a layer. */
const lane = 12;

/** Arrows that would close a ring, turned around while layers are found. */
function turned({ nodes, edges }: Graph): ReadonlySet<string> {
  const out = Map.groupBy(edges, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const found = new Set<string>();
  const visit = (start: string): void => {
    const path: { readonly id: string; at: number }[] = [{ id: start, at: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = out.get(top.id)?.[top.at];
      top.at += 1;
      if (edge === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(edge.to) === 'open') found.add(edge.id);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        path.push({ id: edge.to, at: 0 });
      }
    }
  };
  for (const { id } of nodes) if (!state.has(id)) visit(id);
  return found;
}

type Directed = { readonly id: string; readonly from: string; readonly to: string };

/** The layer of each: one more than the last of those that lead to it. */
function layersOf(nodes: Graph['nodes'], edges: readonly Directed[]): ReadonlyMap<string, number> {
  const layer = new Map(nodes.map(({ id }) => [id, 0]));
  const waiting = new Map(nodes.map(({ id }) => [id, 0]));
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const out = Map.groupBy(edges, ({ from }) => from);
  const ready = nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    for (const { to } of out.get(id) ?? []) {
      layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return layer;
}

/** A place in a layer: a thing, or an arrow that goes past. */
type Slot = { readonly key: string; readonly height: number };
type Link = readonly [from: string, to: string];

/** Puts each slot near the middle of those that it is joined to, a few times back and forth. */
function untangled(
  layers: readonly (readonly Slot[])[],
  links: readonly Link[],
): readonly (readonly Slot[])[] {
  const before = Map.groupBy(links, ([, to]) => to);
  const after = Map.groupBy(links, ([from]) => from);
  let now = layers.map((slots) => [...slots]);
  for (let sweep = 0; sweep < 6; sweep += 1) {
    const down = sweep % 2 === 0;
    const place = new Map(now.flatMap((slots) => slots.map(({ key }, at) => [key, at] as const)));
    const joined = (key: string): readonly string[] =>
      down ? (before.get(key) ?? []).map(([from]) => from) : (after.get(key) ?? []).map(([, to]) => to);
    const middle = (key: string): number => {
      const places = joined(key).map((other) => place.get(other) ?? 0);
      return places.length === 0
        ? (place.get(key) ?? 0)
        : places.reduce((sum, one) => sum + one, 0) / places.length;
    };
    now = now.map((slots) => slots.toSorted((a, b) => middle(a.key) - middle(b.key)));
  }
  return now;
}

/** Arrows that go past one another need less between them than boxes. */
const gapAfter = (one: Slot, next: Slot | undefined): number =>
  next === undefined ? 0 : one.height === lane && next.height === lane ? 0 : box.between;

const lengthOf = (slots: readonly Slot[]): number =>
  slots.reduce((sum, slot, at) => sum + slot.height + gapAfter(slot, slots[at + 1]), 0);

function placed(layers: readonly (readonly Slot[])[]): {
  readonly points: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
} {
  const tallest = Math.max(box.height, ...layers.map(lengthOf));
  const points = new Map<string, Point>();
  layers.forEach((slots, at) => {
    let y = box.margin + (tallest - lengthOf(slots)) / 2;
    for (const [place, slot] of slots.entries()) {
      points.set(slot.key, { x: box.margin + at * (box.width + box.across), y: Math.round(y) });
      y += slot.height + gapAfter(slot, slots[place + 1]);
    }
  });
  const width = box.margin * 2 + Math.max(1, layers.length) * (box.width + box.across) - box.across;
  return { points, width, height: tallest + box.margin * 2 };
}

const laneKey = (edge: string, layer: number): string => `${edge} ${layer}`;

/** The way of an arrow through the layers: its ends, and a lane in each layer between. */
const wayOf = ({ id, from, to }: Directed, layer: ReadonlyMap<string, number>): readonly string[] => {
  const [first, last] = [layer.get(from) ?? 0, layer.get(to) ?? 0];
  const between = Array.from({ length: Math.max(0, last - first - 1) }, (_, at) =>
    laneKey(id, first + 1 + at),
  );
  return [from, ...between, to];
};

/**
 * Layers from the left to the right, so that arrows lead to the right where they can. The same graph always gives the
 * same drawing.
 */
export function layOut(graph: Graph): Layout {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const back = turned({ nodes: graph.nodes, edges });
  const directed = edges.map((edge) =>
    back.has(edge.id) ? { id: edge.id, from: edge.to, to: edge.from } : edge,
  );
  const layer = layersOf(graph.nodes, directed);
  const ways = new Map(directed.map((edge) => [edge.id, wayOf(edge, layer)]));
  const layers: Slot[][] = Array.from({ length: Math.max(0, ...layer.values()) + 1 }, () => []);
  for (const { id } of graph.nodes) layers[layer.get(id) ?? 0]?.push({ key: id, height: box.height });
  for (const { id, from } of directed) {
    const lanes = (ways.get(id) ?? []).slice(1, -1);
    lanes.forEach((key, at) => layers[(layer.get(from) ?? 0) + 1 + at]?.push({ key, height: lane }));
  }
  const links = [...ways.values()].flatMap((way) => way.slice(1).map((to, at): Link => [way[at] ?? '', to]));
  const { points, ...size } = placed(untangled(layers, links));
  return {
    ...size,
    nodes: new Map(graph.nodes.map(({ id }) => [id, points.get(id) ?? { x: 0, y: 0 }])),
    edges: new Map(
      directed.map(({ id }) => {
        const drawn = lineOf(ways.get(id) ?? [], points);
        return [id, back.has(id) ? drawn.toReversed() : drawn];
      }),
    ),
  };
}

function lineOf(way: readonly string[], points: ReadonlyMap<string, Point>): readonly Point[] {
  return way.flatMap((key, at) => {
    const { x, y } = points.get(key) ?? { x: 0, y: 0 };
    if (at === 0) return [{ x: x + box.width, y: y + box.height / 2 }];
    if (at === way.length - 1) return [{ x, y: y + box.height / 2 }];
    return [
      { x, y: y + lane / 2 },
      { x: x + box.width, y: y + lane / 2 },
    ];
  });
}
