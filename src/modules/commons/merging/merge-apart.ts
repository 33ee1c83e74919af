import { merge, type Definition, type MergeResult } from '../../../kernel/index.ts';
import { openThread, serveThread, type Thread } from '../../../platform/thread/index.ts';
import type { Merger, MergeInput } from '../model/merger.ts';
import { getKind } from '../model/kind.ts';

/** A merge as it goes to the thread: rules are functions too and cannot be copied, so the kind goes by name. */
type Sent = { readonly kind: string; readonly input: MergeInput };
/** What was merged is known where it was asked. */
type Merged = Omit<MergeResult, 'input'>;

/** Three definitions that together are at most this long, as JSON, are merged in a few milliseconds. */
const mostHere = 300_000;

const apart: { thread: Thread<Sent, Merged> | null } = { thread: null };

/**
 * Large merges are done in a thread from now on. Its program registers the kinds and calls `serveMerges`. Returns
 * what ends the thread.
 */
export function mergeIn(entry: URL): () => Promise<void> {
  const thread = openThread<Sent, Merged>(entry);
  apart.thread = thread;
  return async () => {
    apart.thread = null;
    await thread.close();
  };
}

/** Answers the merges of the process that this thread belongs to. */
export function serveMerges(): void {
  serveThread(({ kind, input }: Sent): Merged => {
    const { clean, merged, changes, conflicts, answered } = merge({ ...input, rules: getKind(kind).rules });
    return { clean, merged, changes, conflicts, answered };
  });
}

/** The kernel's merge: a large one beside the event loop, which others wait for. */
export const mergeApart: Merger = async (kind, input) => {
  const { thread } = apart;
  const { rules } = kind;
  const size = [input.base, input.ours, input.theirs].reduce((sum, one) => sum + lengthOf(one), 0);
  if (thread === null || size <= mostHere) return merge({ ...input, rules });
  const merged = await thread.run({ kind: kind.id, input: withoutRules(input) });
  return { ...merged, input: { ...input, rules } };
};

/** An earlier result's input has the rules in it. */
function withoutRules({ base, ours, theirs, declined, answers }: MergeInput): MergeInput {
  return {
    base,
    ours,
    theirs,
    ...(declined === undefined ? {} : { declined }),
    ...(answers === undefined ? {} : { answers }),
  };
}

const lengths = new WeakMap<Definition, number>();

function lengthOf(definition: Definition): number {
  const known = lengths.get(definition) ?? JSON.stringify(definition).length;
  lengths.set(definition, known);
  return known;
}
