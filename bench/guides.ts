import { getDefinition, type Definition } from '../src/kernel/index.ts';
import { mergeApart } from '../src/modules/commons/merging/merge-apart.ts';
import { noChoices, planUpdate } from '../src/modules/commons/model/update-plan.ts';
import { viewPlan, type UpdateParts } from '../src/modules/commons/model/update-view.ts';
import { guideKind } from '../src/modules/guides/index.ts';
import { assemble, makeEducation } from '../tests/proofs/guides/education.ts';
import { editGuide } from '../tests/proofs/guides/edits.ts';
import { seeded } from '../tests/proofs/random.ts';
import { median, type Row } from './table.ts';

const variants = 290;
/** 72 steps of seven blocks: 504. */
const size = { sections: 12, steps: 6 };

/** As it comes out of the database: nothing is shared between the variants, nothing is half made. */
const read = (definition: Definition): Definition => getDefinition(JSON.parse(JSON.stringify(definition)));

type Release = {
  readonly base: Definition;
  readonly theirs: Definition;
  readonly ours: readonly Definition[];
};

function makeRelease(seed: number): Release {
  const random = seeded(seed);
  const parts = makeEducation(random, size);
  const base = assemble(parts);
  const editing = { random, busy: [...parts.keys()].slice(1, 30), locks: new Map() };
  const upstream = editGuide(parts, { ...editing, count: 40, editor: { name: 'u', upstream: true } });
  const ours = Array.from({ length: variants }, (_, n) => {
    const editor = { name: `k${n}`, upstream: false };
    return read(assemble(editGuide(parts, { ...editing, count: 20, editor }).parts));
  });
  return { base: read(base), theirs: read(assemble(upstream.parts)), ours };
}

/** Every variant's update as its own municipality would see it: each change with its state, each question. */
async function planAll({ base, theirs, ours }: Release): Promise<readonly UpdateParts[]> {
  const views: UpdateParts[] = [];
  for (const variant of ours) {
    const sides = { kind: guideKind, base, ours: variant, theirs, declined: [] };
    const plan = await planUpdate(sides, noChoices, mergeApart);
    views.push(await viewPlan(plan, { answers: {}, declines: {} }, { language: 'sv' }));
  }
  return views;
}

/** A base education of 500 blocks, updated into every municipality's variant. */
export async function benchGuides(): Promise<readonly Row[]> {
  const releases = [1, 2, 3, 4, 5].map(makeRelease);
  await planAll(makeRelease(6));
  const times: number[] = [];
  const views: UpdateParts[] = [];
  for (const release of releases) {
    const started = performance.now();
    views.push(...(await planAll(release)));
    times.push(performance.now() - started);
  }
  const count = (of: (view: (typeof views)[number]) => number): string =>
    (views.reduce((sum, view) => sum + of(view), 0) / views.length).toFixed(1);
  return [
    {
      what: `a release into ${variants} variants of 504 blocks: every change with its state, in words`,
      'median ms': median(times).toFixed(0),
      target: 'under 2000',
      'changes a variant': count(({ total }) => total),
      'questions a variant': count(({ left }) => left),
    },
  ];
}
