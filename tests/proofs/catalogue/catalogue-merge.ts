import * as fc from 'fast-check';
import { entriesOf, type Catalogue } from '../../../src/modules/systems/catalogue/catalogue.ts';
import {
  act,
  emptyWorld,
  faultsOf,
  historyOf,
  operationOf,
  step,
  type World,
} from '../../../src/modules/systems/catalogue/laws/world.ts';
import { same } from '../../../src/modules/systems/catalogue/write.ts';
import type { Operation, Stored } from '../../../src/modules/systems/catalogue/operation.ts';
import { activeOf } from '../../../src/modules/systems/catalogue/undo.ts';
import type { Spoil } from './defects.ts';

export type CatalogueMergeReport = {
  /** Operations that were done, those refused not counted. */
  readonly operations: number;
  readonly merges: number;
  readonly undos: number;
  readonly refused: number;
  /** Worlds, in each of which everything was undone again in the end. */
  readonly worlds: number;
  readonly findings: readonly string[];
};

const stepsOfWorld = 500;
/** More than this many wrong in one world are one and the same fault. */
const mostFindings = 20;

const undoOf = ({ log }: World, undone: Stored): Operation => ({
  kind: 'undo',
  undone,
  history: historyOf(log, undone),
});

const isSame = (one: Catalogue, other: Catalogue): boolean =>
  same([...one.products].toSorted(byId), [...other.products].toSorted(byId)) &&
  same([...one.suppliers].toSorted(byId), [...other.suppliers].toSorted(byId));

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

type Played = { readonly world: World; readonly findings: readonly string[] };

/** Plays a world; every merge is also undone at once, beside it, and must leave no trace. */
function play(seed: number, spoil: Spoil): Played {
  const findings: string[] = [];
  let world = emptyWorld;
  for (const one of fc.sample(step, { numRuns: stepsOfWorld, seed })) {
    const operation = operationOf(world, one);
    if (operation === null) continue;
    const before = world;
    world = spoil(before, operation, act(before, operation));
    const stored = world.log.at(-1);
    if (stored?.kind !== 'merge' || world.log.length === before.log.length) continue;
    const undo = undoOf(world, stored);
    const undone = spoil(world, undo, act(world, undo));
    if (!isSame(undone.catalogue, before.catalogue))
      findings.push(`world ${seed}: merge ${stored.n} undone at once leaves a trace`);
  }
  return { world, findings: [...findings, ...faultsOf(world).map((fault) => `world ${seed}: ${fault}`)] };
}

const standing = ({ log }: World): readonly Stored[] => {
  const active = activeOf(log);
  return log.filter(({ n, kind }) => active.has(n) && (kind === 'merge' || kind === 'change'));
};

/** The undoing that a record was added: a record that nobody finds cannot be led back to. */
function withdrawals({ log, catalogue }: World): readonly Stored[] {
  const active = activeOf(log);
  return log.filter(
    ({ n, kind, of, id }) =>
      kind === 'undo' && active.has(n) && entriesOf(catalogue, of).get(id)?.withdrawn === true,
  );
}

/**
 * Brings back what was withdrawn, and undoes all changes and merges that count, the latest first, and again those that had to wait for another: what is
 * left is every record as it was added.
 */
function takeApart(world: World, spoil: Spoil): World {
  const take = (at: World, stored: Stored): World => {
    const operation = undoOf(at, stored);
    return spoil(at, operation, act(at, operation));
  };
  let now = withdrawals(world).reduce(take, world);
  for (let left = standing(now); left.length > 0;) {
    now = left.toReversed().reduce(take, now);
    const more = standing(now);
    if (more.length === left.length) break;
    left = more;
  }
  return now;
}

function leftOver(seed: number, world: World): readonly string[] {
  const { catalogue, log } = world;
  const added = new Map<string, Stored['writes']>(
    log.filter(({ kind }) => kind === 'add').map((one) => [`${one.of}/${one.id}`, one.writes]),
  );
  const entries = [
    ...[...catalogue.products].map(([id, entry]) => ({ key: `product/${id}`, entry })),
    ...[...catalogue.suppliers].map(([id, entry]) => ({ key: `supplier/${id}`, entry })),
  ];
  const wrong = entries.flatMap(({ key, entry }) => {
    const values = new Map<string, unknown>(Object.entries(entry.record));
    const writes = added.get(key) ?? [];
    const changed = writes
      .filter(({ field }) => field !== 'madeBy' && field !== 'withdrawn')
      .filter(({ field, became }) => !same(values.get(field), became));
    const merged = entry.mergedInto === null ? [] : ['mergedInto'];
    return [...changed.map(({ field }) => field), ...merged].map((field) => `${key} ${field}`);
  });
  return [
    ...standing(world).map(({ kind, n }) => `world ${seed}: ${kind} ${n} cannot be undone in any order`),
    ...wrong.map((what) => `world ${seed}: with all undone, ${what} is not as it was added`),
  ];
}

/** A world with everything undone in the end. */
function playWhole(seed: number, spoil: Spoil): Played | { readonly stopped: string } {
  try {
    const { world, findings } = play(seed, spoil);
    return { world, findings: [...findings, ...leftOver(seed, takeApart(world, spoil))] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { stopped: `world ${seed}: ${error.message}` };
  }
}

const honest: Spoil = (_, __, after) => after;

/**
 * Random operations on catalogues, as people and curators do them: nothing that was given is lost, merges leave no
 * ring, everything follows from the log, and with everything undone each record is as it was added.
 */
export function proveCatalogueMerge(
  { seed, operations }: { readonly seed: number; readonly operations: number },
  spoil: Spoil = honest,
): CatalogueMergeReport {
  const total = { operations: 0, merges: 0, undos: 0, refused: 0, worlds: 0 };
  const findings: string[] = [];
  for (let number = seed; total.operations < operations; number += 1) {
    const played = playWhole(number, spoil);
    // A catalogue that cannot be read any more is found wrong, and there is nothing after it to look at.
    if ('stopped' in played) return { ...total, findings: [...findings, played.stopped] };
    const { world, findings: found } = played;
    total.operations += world.log.length;
    total.merges += world.log.filter(({ kind }) => kind === 'merge').length;
    total.undos += world.log.filter(({ kind }) => kind === 'undo').length;
    total.refused += world.refused.length;
    total.worlds += 1;
    findings.push(...found.slice(0, mostFindings));
  }
  return { ...total, findings };
}
