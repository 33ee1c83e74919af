import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { create } from 'jsondiffpatch';
import { hash, diff, isDefinition, merge, type Definition } from '../src/kernel/index.ts';
import { edit, generate } from './definitions.ts';
import { median, timed, type Row } from './table.ts';

type Case = {
  readonly base: Definition;
  readonly ours: Definition;
  readonly theirs: Definition;
  /** Both sides' edits: what a clean merge must give. */
  readonly both: string;
};

/** As it comes out of a file or a database: nothing is shared between the sides, nothing is half made. */
const read = (definition: Definition): Definition => structuredClone(definition);

function makeCase(elements: number, seed: number): Case {
  const base = generate(elements, seed);
  const ours = edit(base, 'ours', seed);
  const theirs = edit(base, 'theirs', seed);
  // The sides touch different questions, so one side's edits can be made upon the other's.
  const both = hash(edit(edit(base, 'ours', seed), 'theirs', seed));
  return { base: read(base), ours: read(ours), theirs: read(theirs), both };
}

const peer = create({
  objectHash: (item: object, index = 0) => ('id' in item ? String(item.id) : `$${index}`),
});

type Attempt = { readonly milliseconds: number; readonly clean: boolean };

function withKommons({ base, ours, theirs, both }: Case): Attempt {
  const { milliseconds, value } = timed(() => merge({ base, ours, theirs }));
  return { milliseconds, clean: value.clean && hash(value.merged) === both };
}

function withJsondiffpatch({ base, ours, theirs, both }: Case): Attempt {
  const target = structuredClone(ours);
  const { milliseconds, value } = timed(() => {
    try {
      return peer.patch(target, peer.diff(base, theirs));
    } catch {
      return null;
    }
  });
  return { milliseconds, clean: isDefinition(value) && hash(value) === both };
}

function withGit({ base, ours, theirs, both }: Case): Attempt {
  const folder = mkdtempSync(path.join(tmpdir(), 'kommons-bench-'));
  const write = (name: string, value: Definition) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
    return file;
  };
  const [o, b, t] = [write('ours', ours), write('base', base), write('theirs', theirs)];
  const { milliseconds, value } = timed(() =>
    spawnSync('git', ['merge-file', '-p', '-q', o, b, t], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  rmSync(folder, { recursive: true });
  if (value.status !== 0) return { milliseconds, clean: false };
  try {
    const merged: unknown = JSON.parse(value.stdout);
    return { milliseconds, clean: isDefinition(merged) && hash(merged) === both };
  } catch {
    return { milliseconds, clean: false };
  }
}

const tools = [
  ['Kommons', withKommons],
  ['jsondiffpatch', withJsondiffpatch],
  ['git merge-file', withGit],
] as const;

/** Merging disjoint edits: time, and how often the result has every edit of both sides and no question. */
export function benchMerge(): readonly Row[] {
  return [100, 1_000, 10_000].flatMap((elements) => {
    const rounds = elements === 10_000 ? 10 : 40;
    const cases = Array.from({ length: rounds }, (_, seed) => makeCase(elements, seed + 1));
    // Other cases than those that are measured, so that nothing is remembered of them.
    const warmUps = Array.from({ length: 3 }, (_, seed) => makeCase(elements, seed + 1001));
    const measured = tools.map(([name, run]) => {
      warmUps.forEach(run);
      const attempts = cases.map(run);
      return {
        name,
        ms: median(attempts.map((one) => one.milliseconds)),
        clean: attempts.filter((one) => one.clean).length,
      };
    });
    const own = measured[0]?.ms ?? 1;
    return measured.map(({ name, ms, clean }) => ({
      what: `merge, ${elements} elements`,
      with: name,
      'median ms': ms.toFixed(2),
      'times Kommons': (ms / own).toFixed(2),
      'merged clean and whole': `${clean} of ${rounds}`,
    }));
  });
}

/** Telling what differs between two versions. */
export function benchDiff(): readonly Row[] {
  return [100, 1_000, 10_000].flatMap((elements) => {
    const rounds = elements === 10_000 ? 10 : 40;
    const cases = Array.from({ length: rounds }, (_, seed) => makeCase(elements, seed + 1));
    const warmUps = Array.from({ length: 3 }, (_, seed) => makeCase(elements, seed + 1001));
    for (const { base, theirs } of warmUps) {
      diff(base, theirs);
      peer.diff(base, theirs);
    }
    const own = median(cases.map(({ base, theirs }) => timed(() => diff(base, theirs)).milliseconds));
    const other = median(cases.map(({ base, theirs }) => timed(() => peer.diff(base, theirs)).milliseconds));
    return [
      ['Kommons', own],
      ['jsondiffpatch', other],
    ].map(([name, ms]) => ({
      what: `diff, ${elements} elements`,
      with: String(name),
      'median ms': Number(ms).toFixed(2),
      'times Kommons': (Number(ms) / own).toFixed(2),
    }));
  });
}
