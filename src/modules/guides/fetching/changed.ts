import { equal, merge, type Definition, type Element } from '../../../kernel/index.ts';
import {
  fetchedVersion,
  findFetchable,
  findFetched,
  type Acting,
  type Fetchable,
  type Fetched,
} from '../../commons/index.ts';
import { guideRules } from '../definition/index.ts';
import { alone, contentOf, ownBlock, theOne, type Between } from './own-block.ts';
import { findBlock } from './parts.ts';

/** How a block stands to where it was fetched from. */
export type Standing =
  /** The source is not there, or not shown to the organisation. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'same'; readonly now: Fetchable }
  /** The block is gone from the source. */
  | { readonly kind: 'gone'; readonly now: Fetchable }
  | {
      readonly kind: 'changed';
      readonly now: Fetchable;
      readonly before: Element | null;
      readonly after: Element;
    };

/** Versions of sources, each looked up once. */
export type Sources = {
  readonly newest: (from: Fetched) => Promise<Fetchable | null>;
  readonly earlier: (from: Fetched) => Promise<Fetchable | null>;
};

export function openSources(a: Acting): Sources {
  const known = new Map<string, Promise<Fetchable | null>>();
  const once = (key: string, find: () => Promise<Fetchable | null>): Promise<Fetchable | null> => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  };
  return {
    newest: (from) => once(`${from.organisation}/${from.work}`, () => findFetchable(a, from)),
    earlier: (from) => once(`${from.organisation}/${from.work}/${from.version}`, () => findFetched(a, from)),
  };
}

export async function standingOf(sources: Sources, from: Fetched): Promise<Standing> {
  const now = await sources.newest(from);
  if (now === null) return { kind: 'unseen' };
  if (fetchedVersion(now.versionId) === from.version) return { kind: 'same', now };
  const after = findBlock(now.definition, from.element);
  if (after === null) return { kind: 'gone', now };
  const earlier = await sources.earlier(from);
  const before = earlier === null ? null : findBlock(earlier.definition, from.element);
  const isSame =
    earlier !== null &&
    before !== null &&
    equal(contentOf(before, earlier.definition), contentOf(after, now.definition));
  return isSame ? { kind: 'same', now } : { kind: 'changed', now, before, after };
}

type Taking = {
  /** The guide that the block stands in, and the block as it stands. */
  readonly definition: Definition;
  readonly own: Element;
  /** The source as the block was fetched from it; null where it is gone. */
  readonly earlier: Definition | null;
  readonly standing: Extract<Standing, { kind: 'changed' }>;
};

export type Taken = {
  /** As the source has it now. */
  readonly theirs: Element;
  /** With what is new in the source beside our own changes; null where both changed the same. */
  readonly merged: Element | null;
  /** As it was when it was fetched; null where that cannot be seen any more. */
  readonly base: Element | null;
};

/** What the block can become, by the kernel's merge of guides that hold nothing but it. */
export function takeNew({ definition, own, earlier, standing }: Taking): Taken {
  const between = (from: Definition): Between => ({ from, to: definition });
  const { source = null, ...rest } = own;
  const theirs = ownBlock(standing.after, own.id, between(standing.now.definition));
  // What is ours of it whatever it says.
  const local = { tasks: own['tasks'] ?? null, lock: own['lock'] ?? null };
  const kept = (element: Element): Element => ({ ...element, ...local, source });
  if (earlier === null || standing.before === null) return { theirs: kept(theirs), merged: null, base: null };
  const base = ownBlock(standing.before, own.id, between(earlier));
  const beside = (element: Element): Definition => alone({ ...element, ...local }, definition);
  const result = merge({
    base: beside(base),
    ours: alone({ ...rest, id: own.id }, definition),
    theirs: beside(theirs),
    rules: guideRules,
  });
  const merged = result.clean ? theOne(result.merged, own.id) : null;
  return { theirs: kept(theirs), merged: merged === null ? null : kept(merged), base };
}
