import * as fc from 'fast-check';
import { applyOperation } from '../apply.ts';
import { clusters, emptyCatalogue, entriesOf, namesOf, standsFor, type Catalogue } from '../catalogue.ts';
import { differences } from '../merge.ts';
import type { Operation, OperationFailure, Stored } from '../operation.ts';
import type { RecordKind } from '../record.ts';
import { activeOf, valueBy } from '../undo.ts';
import { same, valueOf } from '../write.ts';

/** A catalogue with its log, as chance makes it. */
export type World = {
  readonly catalogue: Catalogue;
  readonly log: readonly Stored[];
  /** Every name and every other value that was ever accepted for a record. */
  readonly given: readonly Given[];
  readonly refused: readonly OperationFailure['kind'][];
};
type Given = {
  readonly of: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
};

/** A step in the rough: numbers that are made into an operation on what is there when its turn comes. */
export type Step = {
  readonly kind: 'add' | 'change' | 'merge' | 'undo';
  readonly of: RecordKind;
  readonly pick: readonly number[];
  readonly text: string;
};

const kinds: readonly RecordKind[] = ['product', 'supplier'];

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'change', 'change', 'merge', 'undo', 'undo'),
  of: fc.constantFrom(...kinds),
  pick: fc.array(fc.nat(999), { minLength: 6, maxLength: 6 }),
  text: fc.constantFrom(
    'Lifecare',
    'Tieto Lifecare',
    'LifeCare Utförare',
    'Ödla',
    'Björn',
    'AB Tåg',
    'Nät 2',
  ),
});

export const steps = (most: number): fc.Arbitrary<readonly Step[]> => fc.array(step, { maxLength: most });

export const emptyWorld: World = { catalogue: emptyCatalogue, log: [], given: [], refused: [] };

const at = <T>(list: readonly T[], number = 0): T | undefined => list[number % Math.max(1, list.length)];

/** Makes a step into an operation that might be asked for; null where there is nothing to do it with. */
export function operationOf({ catalogue, log }: World, { kind, of, pick, text }: Step): Operation | null {
  const ids = [...entriesOf(catalogue, of).keys()];
  const id = at(ids, pick[0]);
  switch (kind) {
    case 'add':
      return additionOf(catalogue, { of, pick, text });
    case 'change':
      return id === undefined ? null : changeOf({ of, id, pick, text });
    case 'merge': {
      const from = [...new Set([at(ids, pick[1]), at(ids, pick[2])])].filter((one) => one !== undefined);
      if (id === undefined) return null;
      const take = differences(catalogue, of, [id, ...from]).map(
        ({ field, choices }, index) => [field, at(choices, (pick[3] ?? 0) + index) ?? ''] as const,
      );
      return { kind, of, into: id, from, take: Object.fromEntries(take) };
    }
    case 'undo': {
      const undone = at(log, pick[1]);
      return undone === undefined ? null : { kind, undone, history: historyOf(log, undone) };
    }
  }
}

export const historyOf = (log: readonly Stored[], of: Pick<Stored, 'touches'>): readonly Stored[] =>
  log.filter(({ touches }) => touches.some((one) => of.touches.includes(one)));

type Rough = Pick<Step, 'of' | 'pick' | 'text'>;

function additionOf(catalogue: Catalogue, { of, pick, text }: Rough): Operation {
  const id = `r${(pick[0] ?? 0) % 40}`;
  const madeBy = at(['hjo', 'skara', null], pick[1]) ?? null;
  const names = { id, name: `${text} ${id}`, aliases: [`${text} alias ${pick[2]}`], formerNames: [] };
  if (of === 'supplier') return { kind: 'add', of, record: names, madeBy };
  const supplier = at([...catalogue.suppliers.keys(), undefined], pick[3]);
  const what = { sv: text, en: text };
  const lists = { components: [], hosting: [], standards: [], interfaces: [], versions: [] };
  const own = supplier === undefined ? {} : { supplier };
  return { kind: 'add', of, record: { ...names, ...lists, ...own, what, licence: 'proprietary' }, madeBy };
}

function changeOf({ of, id, pick, text }: Rough & { readonly id: string }): Operation {
  const name = `${text} ${pick[1]}`;
  const web = `https://example.com/${pick[2]}`;
  const common = at<{ name?: string; web?: string | null; aliases?: string[] }>(
    [{ name }, { web }, { aliases: [name] }, { name, web: null }],
    pick[3],
  );
  if (of === 'supplier') return { kind: 'change', of, id, changes: { ...common } };
  const components = [`c${(pick[4] ?? 0) % 5}`, `c${5 + ((pick[5] ?? 0) % 5)}`];
  return { kind: 'change', of, id, changes: (pick[4] ?? 0) % 2 === 0 ? { components } : { ...common } };
}

/** Takes a step; what cannot be done is refused by name and leaves the world as it was. */
function take(world: World, one: Step): World {
  const operation = operationOf(world, one);
  return operation === null ? world : act(world, operation);
}

export function act(world: World, operation: Operation): World {
  const applied = applyOperation(world.catalogue, operation);
  if (!applied.ok) return { ...world, refused: [...world.refused, applied.failure.kind] };
  const { stored, catalogue } = applied;
  if (stored.writes.length === 0 && operation.kind !== 'undo') return world;
  const undoes = operation.kind === 'undo' ? operation.undone.n : null;
  const given = stored.writes
    .filter(({ became }) => became !== null)
    .map(({ of, id, field, became }) => ({ of, id, field, value: became }));
  return {
    ...world,
    catalogue,
    log: [...world.log, { ...stored, n: world.log.length + 1, undoes }],
    given: [...world.given, ...given],
  };
}

export const play = (all: readonly Step[], from: World = emptyWorld): World => all.reduce(take, from);

/** Everything that is wrong with a world: what was lost, rings, and values that do not follow from the log. */
export function faultsOf(world: World): readonly string[] {
  return [...lost(world), ...rings(world.catalogue), ...astray(world)];
}

/** Names and values that were given, and are found neither in the record's cluster nor in the log. */
function lost({ catalogue, log, given }: World): readonly string[] {
  const inLog = new Map(
    log.flatMap(({ writes }) =>
      writes.flatMap(({ of, id, field, was, became }) => [
        [`${of}/${id}/${field} ${JSON.stringify(became)}`, true] as const,
        [`${of}/${id}/${field} ${JSON.stringify(was)}`, true] as const,
      ]),
    ),
  );
  const gone = given.filter(({ of, id, field, value }) => {
    const now = valueOf(entriesOf(catalogue, of).get(id), field);
    return !same(now, value) && !inLog.has(`${of}/${id}/${field} ${JSON.stringify(value)}`);
  });
  return [...gone.map(({ of, id, field }) => `lost: ${of} ${id} ${field}`), ...lostNames(catalogue)];
}

/** Each record's own names are among those of the record that stands for it. */
function lostNames(catalogue: Catalogue): readonly string[] {
  return kinds.flatMap((of) => {
    const entries = entriesOf(catalogue, of);
    const found = clusters(entries);
    return [...entries].flatMap(([id, entry]) => {
      const names = namesOf(found.get(standsFor(entries, id)) ?? []);
      return namesOf([entry])
        .filter((name) => !names.includes(name))
        .map((name) => `name lost: ${of} ${id} ${name}`);
    });
  });
}

function rings(catalogue: Catalogue): readonly string[] {
  return kinds.flatMap((of) => {
    const entries = entriesOf(catalogue, of);
    return [...entries.keys()].flatMap((id) => {
      let steps = 0;
      for (let next: string | null = id; next !== null && steps <= entries.size; steps += 1) {
        next = entries.get(next)?.mergedInto ?? null;
      }
      return steps > entries.size ? [`ring: ${of} ${id}`] : [];
    });
  });
}

/** Every value is what the operations that count have made it. */
function astray({ catalogue, log }: World): readonly string[] {
  const active = activeOf(log);
  const fields = new Map(
    log.flatMap(({ writes }) => writes.map((one) => [`${one.of}/${one.id}/${one.field}`, one] as const)),
  );
  return [...fields.values()].flatMap(({ of, id, field }) => {
    const now = valueOf(entriesOf(catalogue, of).get(id), field);
    return same(now, valueBy({ of, id, field }, log, active)) ? [] : [`astray: ${of} ${id} ${field}`];
  });
}
