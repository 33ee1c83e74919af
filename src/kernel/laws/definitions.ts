import * as fc from 'fast-check';
import { getDefinition, type Definition } from '../definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { setProperty } from '../tree.ts';

/** Words that make sentences with abbreviations, figures and Swedish letters in them. */
const WORDS = [
  'Går',
  'barnet',
  'i',
  'skolan?',
  'Avgiften',
  'är',
  '500',
  'kr.',
  'bl.a.',
  'Ange',
  'vägen.',
  'åtta',
];

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const localised = fc.record({ sv: text, en: text }, { requiredKeys: ['sv'] });
const scalar = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b', 'c'));

/** A rule, which names another element: what a merge must not leave dangling. */
const rule = fc
  .tuple(fc.nat(11), fc.option(fc.nat(11), { nil: undefined }))
  .map(([first, second]) => (second === undefined ? `e${first} = 1` : `e${first} = "x" and e${second} > 2`));

const lock = fc.constantFrom('fixed', 'settings', 'additions', 'free', undefined);

const edits: fc.Arbitrary<readonly [string, Json | undefined]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('label/sv', 'label/en', 'help/sv', 'layout/hint/sv'),
    fc.option(text, { nil: undefined }),
  ),
  fc.tuple(fc.constantFrom('min', 'required', 'layout/width'), fc.option(scalar, { nil: undefined })),
  fc.tuple(fc.constant('tags'), fc.uniqueArray(fc.constantFrom('avgift', 'barn', 'resa', 'skola'))),
  fc.tuple(fc.constant('codes'), fc.array(scalar, { maxLength: 3 })),
  fc.tuple(fc.constant('showIf'), fc.option(rule, { nil: undefined })),
  fc.tuple(fc.constant('lock'), lock),
);

const properties: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constantFrom('text', 'number'),
    label: localised,
    help: localised,
    min: scalar,
    required: fc.boolean(),
    showIf: rule,
  },
  { requiredKeys: ['type'] },
);

/** A definition flattened: elements in order, each with the one that it stands in; '' is the root. */
type Flat = readonly {
  readonly id: string;
  readonly parent: string;
  readonly slot: string;
  readonly own: JsonObject;
}[];

const slot = fc.constantFrom('fields', 'options', 'process/states');
const pick = fc.nat(10_000);

const planned = fc.array(fc.record({ own: properties, parent: pick, slot }), { maxLength: 12 });

const base: fc.Arbitrary<Flat> = planned.map((plans) =>
  plans.map(({ own, parent, slot: list }, index) => {
    const owner = parent % (index + 1);
    return { id: `e${index}`, parent: owner === 0 ? '' : `e${owner - 1}`, slot: list, own };
  }),
);

type Edit =
  | { readonly edit: 'change'; readonly at: number; readonly property: readonly [string, Json | undefined] }
  | {
      readonly edit: 'add';
      readonly at: number;
      readonly slot: string;
      readonly own: JsonObject;
      readonly to: number;
      readonly name: number;
    }
  | { readonly edit: 'remove'; readonly at: number }
  | {
      readonly edit: 'move';
      readonly at: number;
      readonly into: number;
      readonly slot: string;
      readonly to: number;
    };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('change'), at: pick, property: edits }) },
  {
    weight: 2,
    arbitrary: fc.record({
      edit: fc.constant('add'),
      at: pick,
      slot,
      own: properties,
      to: pick,
      name: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('remove'), at: pick }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('move'), at: pick, into: pick, slot, to: pick }) },
);

/** A side's edits, done one after another; what a side adds bears its letter, or a name that both may give. */
function perform(flat: Flat, side: string, list: readonly Edit[]): Flat {
  return list.reduce((current, step, index) => performOne(current, step, `${side}${index}`), flat);
}

function performOne(flat: Flat, step: Edit, fresh: string): Flat {
  if (step.edit === 'add') {
    const id = step.name === 0 ? `shared${fresh.slice(1)}` : fresh;
    if (flat.some((node) => node.id === id)) return flat;
    const owners = ['', ...flat.map((node) => node.id)];
    const parent = owners[step.at % owners.length] ?? '';
    return flat.toSpliced(step.to % (flat.length + 1), 0, { id, parent, slot: step.slot, own: step.own });
  }
  const node = flat[step.at % Math.max(flat.length, 1)];
  if (node === undefined) return flat;
  const within = family(flat, node.id);
  if (step.edit === 'remove') return flat.filter(({ id }) => !within.has(id));
  if (step.edit === 'change') {
    const own = setProperty(node.own, ...step.property);
    return flat.map((other) => (other === node ? { ...node, own } : other));
  }
  const owners = ['', ...flat.map(({ id }) => id).filter((id) => !within.has(id))];
  const parent = owners[step.into % owners.length] ?? '';
  const rest = flat.filter((other) => other !== node);
  return rest.toSpliced(step.to % (rest.length + 1), 0, { ...node, parent, slot: step.slot });
}

function family(flat: Flat, id: string): ReadonlySet<string> {
  const children = flat.filter(({ parent }) => parent === id);
  return new Set([id, ...children.flatMap((child) => [...family(flat, child.id)])]);
}

function assemble(flat: Flat): Definition {
  const fill = (id: string, own: JsonObject): JsonObject => {
    const children = flat.filter(({ parent }) => parent === id);
    const lists = Object.groupBy(children, (child) => child.slot);
    return Object.entries(lists).reduce(
      (object, [list, nodes = []]) =>
        setProperty(
          object,
          list,
          nodes.map((node) => fill(node.id, { id: node.id, ...node.own })),
        ),
      own,
    );
  };
  const head = {
    kommons: 'definition/1',
    kind: 'form',
    id: 'law',
    languages: ['sv', 'en'],
    title: { sv: 'Lag' },
  };
  return getDefinition(fill('', head));
}

export type Sides = { readonly base: Definition; readonly ours: Definition; readonly theirs: Definition };

function sidesOf(step: fc.Arbitrary<Edit>): fc.Arbitrary<Sides> {
  const list = fc.array(step, { maxLength: 6 });
  return fc.tuple(base, list, list).map(([flat, ours, theirs]) => ({
    base: assemble(flat),
    ours: assemble(perform(flat, 'o', ours)),
    theirs: assemble(perform(flat, 't', theirs)),
  }));
}

/** A base and two sides that each did up to six things to it. */
export const sides = sidesOf(edit);

const isLocking = (step: Edit): boolean => step.edit === 'change' && step.property[0] === 'lock';

/** The same without locks, which have a direction: theirs is upstream. */
export const sidesWithoutLocks = sidesOf(edit.filter((step) => !isLocking(step)));

const isUpheaval = (step: Edit): boolean => step.edit === 'move' || step.edit === 'remove';

/** Nothing but moves and removals: what makes rings, and takes away what stands in them. */
export const sidesThatMove = sidesOf(edit.filter(isUpheaval));

const locking: fc.Arbitrary<Edit> = fc.record({
  edit: fc.constant('change'),
  at: pick,
  property: fc.tuple(fc.constant('lock'), lock),
});

/** Moves, removals and locks: what may be locked is what was moved. */
export const sidesThatLock = sidesOf(
  fc.oneof({ weight: 2, arbitrary: edit.filter(isUpheaval) }, { weight: 1, arbitrary: locking }),
);

/** The same cases every time, unless KOMMONS_SEED asks for others, and as many as KOMMONS_RUNS asks for. */
export const seeded = {
  seed: Number(process.env['KOMMONS_SEED'] ?? 2281),
  numRuns: Number(process.env['KOMMONS_RUNS'] ?? 200),
} as const;
