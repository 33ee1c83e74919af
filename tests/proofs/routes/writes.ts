import type { Client } from 'pg';
import { z } from 'zod';
import { readTables } from '../rows/catalogue.ts';
import { own } from './stage.ts';

const Row = z.object({ key: z.string(), digest: z.string() });

/** Digests of every row that is neither the own organisation's nor addressed to it, by table and key. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Where anybody may leave a new row with any organisation: an application, what a reader says, and what keeps repeats harmless. */
const open = new Set([
  'services.drafts',
  'services.usage',
  'guides.answers',
  'guides.notes',
  'platform.receipts',
  'platform.log',
]);

/** What is counted up by whoever begins an application. */
const counters = new Set(['services.usage']);

export async function takeSnapshot(client: Client): Promise<Snapshot> {
  const tables = (await readTables(client)).filter(({ kind }) => kind === 'tenant' || kind === 'guarded');
  const taken = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, between, owner } of tables) {
    const others = `${owner} not in ('${own}', 'kommons')${between ? ` and to_organisation_id <> '${own}'` : ''}`;
    const { rows } = await client.query(
      `select (select string_agg(to_jsonb(t) ->> a.attname, ' ' order by a.attnum) from pg_index i
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
         where i.indrelid = '${name}'::regclass and i.indisprimary) as key, md5(t::text) as digest
       from ${name} t where ${others}`,
    );
    taken.set(
      name,
      new Map(
        z
          .array(Row)
          .parse(rows)
          .map(({ key, digest }) => [key, digest]),
      ),
    );
  }
  return taken;
}

/** Rows of others that are new, changed or gone. */
export function compareSnapshots(before: Snapshot, after: Snapshot): readonly string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? new Map<string, string>();
    const changed = [...rows].flatMap(([key, digest]) => {
      const there = now.get(key);
      if (there === undefined) return [`${table} ${key} is gone`];
      return there === digest || counters.has(table) ? [] : [`${table} ${key} was changed`];
    });
    const added = open.has(table) ? [] : [...now.keys()].filter((key) => !rows.has(key));
    return [...changed, ...added.map((key) => `${table} ${key} is new`)];
  });
}

/** Tables that hold numbers, ids, days, codes and stems, and nothing as somebody wrote it. */
const wordless = new Set([
  'cases.counters',
  'cases.history',
  'commons.draft_revisions',
  'commons.library_uses',
  'commons.shared_figures',
  'commons.use_rules',
  'commons.works',
  'guides.answers',
  'guides.month_counts',
  'guides.month_votes',
  'guides.passed',
  'guides.places',
  'guides.reading',
  'guides.search_rows',
  'guides.tasks',
  'identity.reads',
  'organisations.profiles',
  'platform.files',
  'platform.log',
  'platform.receipts',
  'services.usage',
  'systems.claim_answers',
  'systems.claim_confirmations',
  'systems.claim_silence',
  'systems.claims',
  'systems.policies',
  'systems.reminders',
  'systems.sheet_columns',
  'systems.shown_changes',
  'systems.shown_stamps',
  // Suppliers' own alone.
  'systems.standard_answers',
  'systems.supplier_visits',
  // Only what others may see.
  'systems.shown_usages',
]);

/** Tables of organisations in which no row of the organisation holds the text: where the proof is blind. */
export async function tablesWithout(
  client: Client,
  organisation: string,
  text: string,
): Promise<readonly string[]> {
  const tables = (await readTables(client)).filter(({ kind }) => kind === 'tenant' || kind === 'guarded');
  const blind: string[] = [];
  for (const { name } of tables.filter((table) => !wordless.has(table.name))) {
    const { rows } = await client.query(
      `select exists (select from ${name} t where organisation_id = $1 and t::text like '%' || $2 || '%') as there`,
      [organisation, text],
    );
    if (!z.array(z.object({ there: z.boolean() })).parse(rows)[0]?.there) blind.push(name);
  }
  return blind;
}
