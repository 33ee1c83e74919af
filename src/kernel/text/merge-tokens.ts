import { diffIndices } from 'node-diff3';

/** A stretch of a three-way merge of tokens. */
export type Chunk =
  | {
      readonly from: 'base' | 'ours' | 'theirs' | 'both';
      /** What stood there before. */
      readonly base: readonly string[];
      readonly tokens: readonly string[];
    }
  | {
      readonly from: 'conflict';
      readonly base: readonly string[];
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
    };

/** Base tokens [start, end) become these. */
export type Edit = { readonly start: number; readonly end: number; readonly tokens: readonly string[] };

/** Beyond this many pairs of equal tokens the middle counts as rewritten: finding the best match takes too long. */
const PAIR_LIMIT = 400_000;

/** The same for how many steps the search may take: as many as the tokens, by those that may match. */
const STEP_LIMIT = 100_000_000;

/** The fewest edits that turn one list of tokens into another. */
export function editsOf(base: readonly string[], side: readonly string[]): readonly Edit[] {
  let head = 0;
  while (head < base.length && head < side.length && base[head] === side[head]) head += 1;
  let tail = 0;
  const most = Math.min(base.length, side.length) - head;
  while (tail < most && base.at(-1 - tail) === side.at(-1 - tail)) tail += 1;
  const left = base.slice(head, base.length - tail);
  const right = side.slice(head, side.length - tail);
  if (left.length === 0 && right.length === 0) return [];
  const steps = right.length * Math.min(left.length, right.length);
  if (left.length === 0 || right.length === 0 || steps > STEP_LIMIT || equalPairs(left, right) > PAIR_LIMIT) {
    return [{ start: head, end: head + left.length, tokens: right }];
  }
  return diffIndices(left, right).map(({ buffer1: [offset, length], buffer2Content }) => ({
    start: head + offset,
    end: head + offset + length,
    tokens: buffer2Content,
  }));
}

function equalPairs(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of left) counts.set(token, (counts.get(token) ?? 0) + 1);
  return right.reduce((sum, token) => sum + (counts.get(token) ?? 0), 0);
}

type Sided = Edit & { readonly side: 'ours' | 'theirs' };

/**
 * Three-way merge of tokens. Edits that touch without overlapping are both taken, which is what differs
 * from diff3: neighbouring sentences are different sentences. Two insertions at one point are a conflict.
 */
export function mergeTokens(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly Chunk[] {
  const edits: readonly Sided[] = [
    ...editsOf(base, ours).map((edit) => ({ ...edit, side: 'ours' as const })),
    ...editsOf(base, theirs).map((edit) => ({ ...edit, side: 'theirs' as const })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const chunks: Chunk[] = [];
  let position = 0;
  for (const group of overlapping(edits)) {
    const start = group.reduce((least, edit) => Math.min(least, edit.start), base.length);
    const end = group.reduce((most, edit) => Math.max(most, edit.end), 0);
    chunks.push(...unchanged(base.slice(position, start)));
    chunks.push(chunkOf(group, base, { start, end }));
    position = end;
  }
  return [...chunks, ...unchanged(base.slice(position))];
}

function unchanged(tokens: readonly string[]): readonly Chunk[] {
  return tokens.length === 0 ? [] : [{ from: 'base', base: tokens, tokens }];
}

function overlapping(edits: readonly Sided[]): readonly (readonly Sided[])[] {
  const groups: Sided[][] = [];
  let end = -1;
  for (const edit of edits) {
    const group = groups.at(-1);
    const isSamePoint = group?.some((other) => other.start === edit.start && other.end === edit.end) ?? false;
    if (group !== undefined && (edit.start < end || isSamePoint)) group.push(edit);
    else groups.push([edit]);
    end = Math.max(end, edit.end);
  }
  return groups;
}

type Range = { readonly start: number; readonly end: number };

function chunkOf(group: readonly Sided[], base: readonly string[], range: Range): Chunk {
  const [first] = group;
  const was = base.slice(range.start, range.end);
  if (group.length === 1 && first !== undefined) return { from: first.side, base: was, tokens: first.tokens };
  const ours = edited(
    base,
    range,
    group.filter(({ side }) => side === 'ours'),
  );
  const theirs = edited(
    base,
    range,
    group.filter(({ side }) => side === 'theirs'),
  );
  if (ours.length === theirs.length && ours.every((token, index) => token === theirs[index])) {
    return { from: 'both', base: was, tokens: ours };
  }
  return { from: 'conflict', base: was, ours, theirs };
}

function edited(base: readonly string[], range: Range, edits: readonly Edit[]): readonly string[] {
  const parts: (readonly string[])[] = [];
  let position = range.start;
  for (const edit of edits) {
    parts.push(base.slice(position, edit.start), edit.tokens);
    position = edit.end;
  }
  return [...parts, base.slice(position, range.end)].flat();
}
