import type { Tx } from '../../../../platform/db/index.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { listNetworks } from '../places.ts';
import { productsOf } from '../products.ts';
import type { LandscapeReader } from '../reader.ts';
import type { SeenKey } from '../seen.ts';
import { textOf } from '../sketch/codes.ts';
import { eachRow } from '../sketch/count.ts';
import { readSketches, type Sketch } from '../sketch/sketch.ts';
import type { Filter } from './filter.ts';
import { findAsked, wantedOf } from './wanted.ts';

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By who has registered it, its id, and who uses it: an order that nothing that is written changes. */
const inOrder = (a: SeenKey, b: SeenKey): number =>
  compare(a.organisation, b.organisation) || compare(a.usage, b.usage) || compare(a.user, b.user);

/** What is in use that a question and a filter find, by its ids, from after a key. */
export async function listKeys(
  tx: Tx,
  reader: LandscapeReader,
  asked: { readonly filter: Filter; readonly after: SeenKey | null; readonly limit: number },
): Promise<{ readonly keys: readonly SeenKey[]; readonly more: boolean }> {
  const { filter, after, limit } = asked;
  const sketches = await readSketches(tx, reader);
  const products = productsOf(await readCatalogue(tx), reader.taxonomy);
  const networks = await listNetworks(tx);
  const found = await findAsked(tx, reader, filter.q ?? '');
  const users = new Set(sketches.flatMap((sketch) => [...new Set(sketch.users)].map(textOf)));
  const wanted = wantedOf(filter, { found, products, networks, users });
  const keys: SeenKey[] = [];
  for (const sketch of sketches.toSorted((a, b) => compare(a.organisation, b.organisation))) {
    if (after !== null && sketch.organisation < after.organisation) continue;
    const own: SeenKey[] = [];
    eachRow([sketch], wanted, (one, at) => own.push(keyAt(one, at)));
    keys.push(...own.filter((key) => after === null || inOrder(key, after) > 0).toSorted(inOrder));
    if (keys.length > limit) break;
  }
  return { keys: keys.slice(0, limit), more: keys.length > limit };
}

const keyAt = (sketch: Sketch, at: number): SeenKey => ({
  organisation: sketch.organisation,
  usage: sketch.usages[at] ?? '',
  user: textOf(sketch.users[at] ?? 0),
});
