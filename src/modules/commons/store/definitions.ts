import { sql } from 'kysely';
import { getDefinition as asDefinition, isObject, type Definition } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';

/**
 * Definitions are named by the hash of what they are, so one that was read once never needs reading again.
 * Whoever asks has found the hash in a row that it may see. The oldest go first.
 */
const kept = new Map<string, Definition>();
const keepAtMost = 600;

function keep(hash: string, definition: Definition): Definition {
  if (kept.size >= keepAtMost) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.delete(hash);
  kept.set(hash, definition);
  return definition;
}

export function keptDefinition(hash: string): Definition | undefined {
  return kept.get(hash);
}

/** Reads what the database gave, and keeps it under its hash. */
export function readDefinition(hash: string, value: unknown): Definition {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  if (!isObject(value)) throw new TypeError(`the stored definition ${hash} is no object`);
  return keep(hash, asDefinition(value));
}

type Stored = { readonly hash: string; readonly definition: Definition };

/** Saving the same content again is harmless. */
export async function saveDefinitions(
  tx: Tx,
  organisation: string,
  definitions: readonly Stored[],
): Promise<void> {
  const unique = [...new Map(definitions.map((one) => [one.hash, one])).values()];
  if (unique.length === 0) return;
  for (const one of unique) keep(one.hash, one.definition);
  await sql`
    insert into commons.definitions (organisation_id, hash, definition)
    select ${organisation}, one.hash, one.definition
    from unnest(${unique.map((one) => one.hash)}::text[],
      ${unique.map((one) => JSON.stringify(one.definition))}::jsonb[]) as one (hash, definition)
    on conflict do nothing`.execute(tx);
}

/** Throws when one of the hashes is unknown to the organisation. */
export async function getDefinitions(
  tx: Tx,
  organisation: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Definition>> {
  const found = new Map<string, Definition>();
  const wanted = [...new Set(hashes)].filter((hash) => {
    const known = kept.get(hash);
    if (known !== undefined) found.set(hash, known);
    return known === undefined;
  });
  if (wanted.length > 0) {
    const { rows } = await sql<{ hash: string; definition: unknown }>`
      select hash, definition from commons.definitions
      where organisation_id = ${organisation} and hash = any(${wanted})`.execute(tx);
    for (const row of rows) found.set(row.hash, readDefinition(row.hash, row.definition));
  }
  const missing = hashes.find((hash) => !found.has(hash));
  if (missing !== undefined) throw new Error(`${organisation} has no definition ${missing}`);
  return found;
}

export async function getDefinition(tx: Tx, organisation: string, hash: string): Promise<Definition> {
  const [definition] = (await getDefinitions(tx, organisation, [hash])).values();
  if (definition === undefined) throw new Error(`${organisation} has no definition ${hash}`);
  return definition;
}

/** Deletes content that drafts left behind and that nothing names any more. */
export async function deleteLoose(tx: Tx, organisation: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await sql`
    delete from commons.definitions d
    where d.organisation_id = ${organisation} and d.hash = any(${[...new Set(hashes)]})
      and not exists (select from commons.versions v
        where v.organisation_id = d.organisation_id and v.definition_hash = d.hash)
      and not exists (select from commons.draft_revisions r
        where r.organisation_id = d.organisation_id and r.definition_hash = d.hash)
      and not exists (select from commons.variants w
        where w.organisation_id = d.organisation_id and w.base ->> 'definitionHash' = d.hash)
      and not exists (select from commons.versions v
        where v.organisation_id = d.organisation_id and v.base ->> 'definitionHash' = d.hash)`.execute(tx);
}
