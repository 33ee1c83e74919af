import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { Kommons } from '../../support/kommons-process.ts';
import { organisation, work } from './service.ts';
import type { Promised } from './clients.ts';

const Case = z.object({ id: z.string(), number: z.string(), openings: z.coerce.number() });
const Count = z.object({ count: z.coerce.number() });

const numbered = (number: string): number => Number(/(\d+)$/.exec(number)?.[1] ?? Number.NaN);

async function count(client: Client, sql: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await client.query(sql, [...values]);
  return Count.parse(rows[0]).count;
}

/** Acknowledged cases against those that are there: lost, doubled, invented, numbers out of order. */
async function checkCases(client: Client, promised: readonly Promised[]): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select c.id, c.number, (select count(*) from cases.history h
       where h.organisation_id = c.organisation_id and h.case_id = c.id and h.kind = 'opened') as openings
     from cases.cases c where c.organisation_id = $1 and c.work_id = $2`,
    [organisation, work],
  );
  const cases = z.array(Case).parse(rows);
  const byId = new Map(cases.map((one) => [one.id, one]));
  const lost = promised.filter((one) => byId.get(one.draft)?.number !== one.number);
  const promisedIds = new Set(promised.map((one) => one.draft));
  const invented = cases.filter((one) => !promisedIds.has(one.id));
  const doubled = [
    ...cases.filter((one) => one.openings !== 1).map((one) => one.number),
    ...duplicates(promised.map((one) => one.number)),
    ...duplicates(promised.map((one) => one.draft)),
  ];
  const numbers = cases.map((one) => numbered(one.number)).toSorted((a, b) => a - b);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  return [
    ...lost.map((one) => `lost: ${one.number} was acknowledged and is not there`),
    ...invented.map((one) => `doubled: ${one.number} is there and nobody was told`),
    ...doubled.map((what) => `doubled: ${what}`),
    ...(gap === -1 ? [] : [`numbers: ${numbers[gap] ?? 0} stands where ${gap + 1} should`]),
  ];
}

const duplicates = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** What a submission writes beside the case, which must be there once as well. */
async function checkBeside(client: Client, promised: number): Promise<readonly string[]> {
  const where = `where organisation_id = $1 and work_id = $2`;
  const values = [organisation, work];
  const found = {
    'drafts begun and sent': await count(
      client,
      `select count(*) from services.drafts ${where} and submitted_at is not null`,
      values,
    ),
    'drafts in all': await count(client, `select count(*) from services.drafts ${where}`, values),
    'submissions counted': await count(
      client,
      `select coalesce(sum(submitted), 0) as count from services.usage ${where}`,
      values,
    ),
    'last number given out': await count(
      client,
      `select coalesce(sum(last), 0) as count from cases.counters where organisation_id = $1 and prefix = 'PRV'`,
      [organisation],
    ),
    'letters that arrived': await count(
      client,
      `select count(*) from platform.demo_mailbox where to_address like 'client-%@example.se'`,
    ),
    'events of opened cases': await count(
      client,
      `select count(*) from platform.outbox o join cases.cases c
         on c.organisation_id = o.organisation_id and c.id::text = o.payload ->> 'case'
       where o.name = 'cases.opened' and c.organisation_id = $1 and c.work_id = $2`,
      values,
    ),
  };
  const broken = await count(
    client,
    `select count(*) from (select l.hash = platform.log_hash(l) and l.previous = coalesce(lag(l.hash) over chain, '')
         and l.n = row_number() over chain as whole from platform.log l where organisation_id = $1
         window chain as (partition by l.subject order by l.n)) as links where not whole`,
    [organisation],
  );
  return [
    ...Object.entries(found).flatMap(([what, n]) =>
      n === promised ? [] : [`${what}: ${n}, not ${promised}`],
    ),
    ...(broken === 0 ? [] : [`log: ${broken} entries do not fit their chain`]),
  ];
}

/** Events, letters and jobs that have not been done, each as it stands. None once the queue has had its time. */
export async function waiting(kommons: Kommons): Promise<readonly string[]> {
  return asOwner(await kommons.ownerUrl(), async (client) => {
    const { rows } = await client.query(
      `select 'event ' || name || ', ' || attempts || ' attempts, ' || coalesce(failure, 'no failure') as what
         from platform.outbox where delivered_at is null and organisation_id = $1
       union all
       select 'letter of ' || at from platform.mails where sent_at is null
       union all
       select 'job ' || t.identifier || ', attempt ' || j.attempts || ', run at ' || j.run_at || ', locked '
           || coalesce(j.locked_at::text, 'never') || ', ' || coalesce(j.last_error, 'no error')
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where j.run_at < now() or j.attempts > 0`,
      [organisation],
    );
    return z
      .array(z.object({ what: z.string() }))
      .parse(rows)
      .map(({ what }) => what);
  });
}

/** Files on disk against the rows that name them: missing, damaged, left over, unfinished. */
async function checkFiles(
  client: Client,
  folder: string,
  promised: readonly Promised[],
): Promise<readonly string[]> {
  // A file may also stand in an application that has not been sent.
  // So may what ships with Kommons, which is kept at every start.
  const { rows } = await client.query(`select hash from cases.files union
    select hash from platform.files where organisation_id = 'kommons' union
    select hash[1] from services.drafts, regexp_matches(content::text, '"hash": "([0-9a-f]{64})"', 'g') as hash`);
  const named = new Set(
    z
      .array(z.object({ hash: z.string() }))
      .parse(rows)
      .map((row) => row.hash),
  );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const onDisk = entries.filter((entry) => entry.isFile());
  const names = new Set(onDisk.map((entry) => entry.name));
  const damaged: string[] = [];
  for (const { name, parentPath } of onDisk) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const hash = createHash('sha256')
      .update(await readFile(path.join(parentPath, name)))
      .digest('hex');
    if (hash !== name) damaged.push(`file ${name} is damaged`);
  }
  const attached = promised.flatMap((one) => (one.file === null ? [] : [one.file]));
  return [
    ...attached.filter((hash) => !named.has(hash)).map((hash) => `lost: the attachment ${hash} of a case`),
    ...[...named].filter((hash) => !names.has(hash)).map((hash) => `lost: the file ${hash}`),
    ...[...names].filter((name) => !named.has(name)).map((name) => `orphan: the file ${name}`),
    ...damaged,
  ];
}

/** Everything that is wrong after the kills; nothing else may have submitted anything. */
export async function checkAfterwards(
  kommons: Kommons,
  promised: readonly Promised[],
): Promise<readonly string[]> {
  return asOwner(await kommons.ownerUrl(), async (client) => [
    ...(await checkCases(client, promised)),
    ...(await checkBeside(client, promised.length)),
    ...(await checkFiles(client, path.join(kommons.data, 'files'), promised)),
  ]);
}
