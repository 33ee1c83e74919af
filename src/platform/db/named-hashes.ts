import type { ClientBase } from 'pg';
import { z } from 'zod';
import { readLayout, type Column, type Table } from './backup/layout.ts';

/**
 * The log tells of files and never brings them back, so it keeps none; and who may name a file keeps none that
 * nobody names.
 */
const tellsOnly = new Set(['platform.log', 'platform.files']);

/** What ships with Kommons waits for whoever will name it. */
const shipped = `select hash as words from platform.files where organisation_id = 'kommons'`;

/** Types of columns in which no hash can stand as text. */
const wordless =
  /^(?:uuid|smallint|integer|bigint|numeric|boolean|date|time|timestamp|interval|bytea|tsvector)\b/;

const Runs = z.array(z.object({ run: z.string() }));
const digits = 64;

/**
 * Those of the hashes that stand in no row of any organisation and in no waiting job. Looks at every column that
 * can hold text, whatever it is called, so that what a module names in a way of its own is found too. Reads the
 * whole database once. The client has the owner's rights.
 */
export async function withoutNamed(
  client: ClientBase,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const left = new Set(hashes);
  if (left.size === 0) return [];
  await client.query(`begin isolation level repeatable read read only; set local kommons.maintenance = 'on'`);
  try {
    const { tables } = await readLayout(client);
    const sources = tables.filter(({ name }) => !tellsOnly.has(name)).flatMap(sourceOf);
    for (const source of [...sources, shipped, 'select payload::text as words from jobs.waiting()']) {
      await strike(client, source, left);
    }
  } finally {
    await client.query('rollback');
  }
  return [...left];
}

function sourceOf({ name, columns }: Table): readonly string[] {
  const worded = columns.filter(({ type }: Column) => !wordless.test(type));
  if (worded.length === 0) return [];
  const words = worded.map((column) => `"${column.name}"::text`).join(', ');
  return [`select concat_ws(' ', ${words}) as words from ${name}`];
}

/** Takes away the hashes that stand in the words, also where other hexadecimal digits stand beside them. */
async function strike(client: ClientBase, source: string, left: Set<string>): Promise<void> {
  await client.query(`declare hits no scroll cursor for select distinct hit[1] as run
    from (${source}) as source, regexp_matches(words, '[0-9a-f]{${digits},}', 'g') as hit`);
  for (;;) {
    const runs = Runs.parse((await client.query('fetch 10000 from hits')).rows);
    if (runs.length === 0) break;
    for (const { run } of runs) {
      for (let at = 0; at + digits <= run.length; at += 1) left.delete(run.slice(at, at + digits));
    }
  }
  await client.query('close hits');
}
