import type { Catalogue, Entry } from '../../../src/modules/systems/catalogue/catalogue.ts';
import { entriesOf } from '../../../src/modules/systems/catalogue/catalogue.ts';
import type { World } from '../../../src/modules/systems/catalogue/laws/world.ts';
import type { Operation } from '../../../src/modules/systems/catalogue/operation.ts';
import type { Product, RecordKind, Supplier } from '../../../src/modules/systems/catalogue/record.ts';
import { draftOf, write } from '../../../src/modules/systems/catalogue/write.ts';

/** What a catalogue with a fault in it makes of an operation, given what a sound one does. */
export type Spoil = (before: World, operation: Operation, after: World) => World;

type Entries = Map<string, Entry<Product | Supplier>>;

const isDone = (before: World, after: World): boolean => after.log.length > before.log.length;

function rewritten(catalogue: Catalogue, of: RecordKind, change: (entries: Entries) => void): Catalogue {
  const entries: Entries = new Map(entriesOf(catalogue, of));
  change(entries);
  return { ...catalogue, [of === 'product' ? 'products' : 'suppliers']: entries };
}

/** A merge that throws the others' other spellings away. */
const forgetsNames: Spoil = (before, operation, after) => {
  if (operation.kind !== 'merge' || !isDone(before, after)) return after;
  const catalogue = rewritten(after.catalogue, operation.of, (entries) => {
    for (const id of operation.from) {
      const entry = entries.get(id);
      if (entry !== undefined) entries.set(id, { ...entry, record: { ...entry.record, aliases: [] } });
    }
  });
  return { ...after, catalogue };
};

/** An undo that puts back what stood there, whatever has come since. */
const putsBackOnly: Spoil = (before, operation, after) => {
  if (operation.kind !== 'undo' || !isDone(before, after)) return after;
  const draft = draftOf(before.catalogue);
  write(
    draft,
    operation.undone.writes.map((one) => ({ ...one, became: one.was })),
  );
  return { ...after, catalogue: draft };
};

/** An undo that leaves records merged. */
const staysMerged: Spoil = (before, operation, after) => {
  if (operation.kind !== 'undo' || operation.undone.kind !== 'merge' || !isDone(before, after)) return after;
  const { of } = operation.undone;
  const catalogue = rewritten(after.catalogue, of, (entries) => {
    for (const [id, entry] of entries) {
      const was = entriesOf(before.catalogue, of).get(id);
      if (was !== undefined) entries.set(id, { ...entry, mergedInto: was.mergedInto });
    }
  });
  return { ...after, catalogue };
};

/** A merge that takes the other record away. */
const removesMerged: Spoil = (before, operation, after) => {
  if (operation.kind !== 'merge' || !isDone(before, after)) return after;
  const catalogue = rewritten(after.catalogue, operation.of, (entries) => {
    for (const id of operation.from) {
      const entry = entries.get(id);
      if (entry !== undefined)
        entries.set(id, { ...entry, record: { ...entry.record, name: operation.into, formerNames: [] } });
    }
  });
  return { ...after, catalogue };
};

/** An undo that is never written down. */
const unlogged: Spoil = (before, operation, after) =>
  operation.kind === 'undo' && isDone(before, after) ? { ...after, log: before.log } : after;

export const spoiltCatalogues: Readonly<Record<string, Spoil>> = {
  'a merge that forgets spellings': forgetsNames,
  'a merge that renames what it merged': removesMerged,
  'an undo that puts back what stood there, whatever came since': putsBackOnly,
  'an undo that leaves records merged': staysMerged,
  'an undo that is not logged': unlogged,
};
