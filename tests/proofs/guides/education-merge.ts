import { checkAdopterEdit, effectiveLocks, merge, type MergeInput } from '../../../src/kernel/index.ts';
import { guideRules, readGuide } from '../../../src/modules/guides/definition/index.ts';
import { pick, seeded } from '../random.ts';
import { assemble, makeEducation, type Parts } from './education.ts';
import { editGuide, type Edit, type Edited } from './edits.ts';
import { apartFrom, isAsked, isKept, missing, viewOf, type Merged } from './judge.ts';

export const municipalities = [
  'lidkoping', 'gotene', 'skara', 'vara', 'essunga', 'grastorp', 'tidaholm', 'tibro', 'hjo', 'mariestad', 'toreboda',
  'gullspang',
] as const; // prettier-ignore

/** Edits of upstream and of a municipality together, for each merge. */
export const editsEach = 200;
const size = { sections: 12, steps: 5 };

export type MergeReport = {
  readonly merges: number;
  /** Edits made, those of upstream counted once a seed. */
  readonly edits: number;
  readonly lostLocal: number;
  readonly lostBase: number;
  /** Edits that touch nothing that the other side touched, and those of them that somebody is asked about. */
  readonly apart: number;
  readonly askedApart: number;
  readonly conflicts: number;
  readonly findings: readonly string[];
};

type Merge = (input: MergeInput) => Merged;

type Count = { -readonly [name in keyof Omit<MergeReport, 'findings'>]: number };

/** One base education, changed upstream and adapted by twelve, merged for each, seed after seed. */
export function proveEducationMerge(
  of: { readonly seed: number; readonly seeds: number },
  merging: Merge = merge,
): MergeReport {
  const count: Count = {
    merges: 0,
    edits: 0,
    lostLocal: 0,
    lostBase: 0,
    apart: 0,
    askedApart: 0,
    conflicts: 0,
  };
  const findings: string[] = [];
  for (let n = 0; n < of.seeds; n += 1) {
    for (const finding of proveSeed(of.seed + n, { count, merging })) {
      if (findings.length < 100) findings.push(`seed ${of.seed + n}: ${finding}`);
    }
  }
  return { ...count, findings };
}

type Proving = { readonly count: Count; readonly merging: Merge };

function proveSeed(seed: number, { count, merging }: Proving): readonly string[] {
  const random = seeded(seed);
  const base = makeEducation(random, size);
  const texts = [...base.values()].filter(({ type }) => type === 'text').map(({ id }) => id);
  const busy = Array.from({ length: 30 }, () => pick(random, texts));
  const before = assemble(base);
  const editing = { count: editsEach / 2, random, busy, locks: effectiveLocks(before, guideRules) };
  const upstream = editGuide(base, { ...editing, editor: { name: 'u', upstream: true } });
  const theirs = assemble(upstream.parts);
  count.edits += upstream.edits.length;
  return municipalities.flatMap((name) => {
    const local = editGuide(base, { ...editing, editor: { name, upstream: false } });
    const ours = assemble(local.parts);
    count.edits += local.edits.length;
    count.merges += 1;
    const broken = checkAdopterEdit({ upstream: before, before, after: ours, rules: guideRules });
    const result = merging({ base: before, ours, theirs, rules: guideRules });
    count.conflicts += result.conflicts.length;
    return [
      ...broken.map(({ kind, path }) => `${name} may not: ${kind} ${path}`),
      ...(local.edits.length + upstream.edits.length < editsEach ? [`${name}: too few edits`] : []),
      ...(readGuide(result.merged).ok ? [] : [`${name}: the result is no guide`]),
      ...judge(result, { base, local, upstream, count }).map((finding) => `${name}: ${finding}`),
    ];
  });
}

type Sides = {
  readonly base: Parts;
  readonly local: Edited;
  readonly upstream: Edited;
  readonly count: Count;
};

function judge(result: Merged, { base, local, upstream, count }: Sides): readonly string[] {
  const view = viewOf(result, base);
  const sides = [
    { edits: local.edits, side: 'ours', apart: apartFrom(upstream, base), lost: 'lostLocal' },
    { edits: upstream.edits, side: 'theirs', apart: apartFrom(local, base), lost: 'lostBase' },
  ] as const;
  const findings = missing(view, upstream.parts).map((id) => `lost: ${id}`);
  for (const { edits, side, apart, lost } of sides) {
    for (const edit of edits) {
      if (!isKept(edit, side, view)) {
        count[lost] += 1;
        findings.push(`${lost}: ${describeEdit(edit)}`);
      }
      if (!apart(edit)) continue;
      count.apart += 1;
      if (isAsked(edit, view)) count.askedApart += 1;
    }
  }
  return findings;
}

const describeEdit = ({ element, property, done }: Edit): string =>
  `${element} ${property} ${JSON.stringify(done)}`;

/** What the part has to be at least. */
export const leastShare = 0.95;

/** The part of the edits apart that went in without a question. */
export const shareWithoutQuestion = ({ apart, askedApart }: MergeReport): number =>
  apart === 0 ? 0 : 1 - askedApart / apart;

/** Merges that are spoilt in ways that such code may be; each has to be noticed. */
export const spoiltMerges: Readonly<Record<string, Merge>> = {
  'upstream overwrites the municipality': ({ theirs }) => ({ merged: theirs, conflicts: [] }),
  'the municipality stays behind': ({ ours }) => ({ merged: ours, conflicts: [] }),
  'conflicts are settled in silence': (input) => ({ merged: merge(input).merged, conflicts: [] }),
  'a text is one whole': (input) =>
    merge({
      ...input,
      rules: { ...guideRules, opaque: new Set([...guideRules.opaque, 'text', 'title', 'question']) },
    }),
  'what was added at the end of a list is dropped': (input) => {
    const result = merge(input);
    const merged = JSON.stringify(result.merged, (key, value: unknown) =>
      key === 'items' && Array.isArray(value) && value.length > 3 ? value.slice(0, -1) : value,
    );
    return { ...result, merged: { ...result.merged, ...JSON.parse(merged) } };
  },
};
