import { partsKey, type Parts } from './fingerprint.ts';

/** What a person has read of a step, once and somewhere. */
export type Read = {
  readonly organisation: string;
  readonly step: string;
  readonly common: string;
  readonly local: string;
  readonly parts: Parts;
  readonly at: Date;
};

/** A step as it stands now; `met` is of all its parts as its readers meet them (`partsKey`). */
export type Standing = {
  readonly id: string;
  readonly common: string;
  readonly local: string;
  readonly met: string;
};

/**
 * `read` when what is common was read as it stands; `local` then says that something of the organisation's own
 * differs from what was read. `changed` when what is common has changed since, where the reader meets it: what upstream
 * has changed where the organisation has its own words is nothing new.
 */
export type StepState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'read'; readonly read: Read; readonly local: boolean }
  | { readonly kind: 'changed'; readonly read: Read };

/** What one has read at the organisation itself counts before what was read elsewhere, and the latest first. */
function ranked(reads: readonly Read[], organisation: string): readonly Read[] {
  const here = (read: Read): number => (read.organisation === organisation ? 0 : 1);
  return reads.toSorted((a, b) => here(a) - here(b) || b.at.getTime() - a.at.getTime());
}

/** How a person stands to a step of an organisation's guide, from everything that the person has read of the work. */
export function stateOf(step: Standing, reads: readonly Read[], organisation: string): StepState {
  const own = ranked(
    reads.filter((read) => read.step === step.id),
    organisation,
  );
  const same = own.find((read) => read.common === step.common);
  if (same !== undefined) return { kind: 'read', read: same, local: same.local !== step.local };
  const [latest] = own;
  if (latest === undefined) return { kind: 'unread' };
  return partsKey(latest.parts) === step.met
    ? { kind: 'read', read: latest, local: false }
    : { kind: 'changed', read: latest };
}

export type PartChange = { readonly part: string; readonly change: 'added' | 'changed' | 'removed' };

/** The parts in which a step differs from what was read. */
export function changedParts(before: Parts, now: Parts): readonly PartChange[] {
  const kept = Object.keys(now).flatMap((part): readonly PartChange[] => {
    if (before[part] === now[part]) return [];
    return [{ part, change: before[part] === undefined ? 'added' : 'changed' }];
  });
  const gone = Object.keys(before).filter((part) => now[part] === undefined);
  return [...kept, ...gone.map((part): PartChange => ({ part, change: 'removed' }))];
}
