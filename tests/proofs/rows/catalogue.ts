import type { Client } from 'pg';
import { z } from 'zod';

const Column = z.object({ name: z.string(), type: z.string(), written: z.boolean() });

const Table = z.object({
  /** Schema and name. */
  name: z.string(),
  /**
   * `tenant`: rows of organisations under forced row security. `personal`: rows of persons alone, under the
   * same. `guarded`: a trigger keeps writes to one's own. `open`: registered as open to the application.
   */
  kind: z.enum(['tenant', 'personal', 'guarded', 'open']),
  /** The column that says whose a row of organisations is. */
  owner: z.enum(['organisation_id', 'owner_organisation_id']),
  verbs: z.array(z.enum(['select', 'insert', 'update', 'delete'])),
  /** Columns that the application may update, where it may not update all. */
  updates: z.array(z.string()),
  columns: z.array(Column),
  /** A column that makes rows a person's own, in every organisation. */
  person: z.string().nullable(),
  /** Whether the person is demanded as well as the organisation. */
  restricted: z.boolean(),
  /** Whether rows are also shown to the organisation that they name as receiver. */
  between: z.boolean(),
  /** Whether each row says which organisation wrote it. */
  signed: z.boolean(),
});
export type Table = z.infer<typeof Table>;

const question = `
select n.nspname || '.' || c.relname as name,
  case when c.relforcerowsecurity and exists (select from pg_attribute a where a.attrelid = c.oid
           and a.attname = 'organisation_id' and not a.attisdropped) then 'tenant'
       when c.relforcerowsecurity then 'personal'
       when exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'only_own_rows') then 'guarded'
       else 'open' end as kind,
  case when exists (select from pg_attribute a where a.attrelid = c.oid
           and a.attname = 'owner_organisation_id' and not a.attisdropped)
       then 'owner_organisation_id' else 'organisation_id' end as owner,
  array(select verb from unnest(array['select', 'insert', 'update', 'delete']) verb
        where has_table_privilege('kommons_app', c.oid, verb)
           or (verb = 'update' and has_any_column_privilege('kommons_app', c.oid, 'update'))) as verbs,
  array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and has_column_privilege('kommons_app', c.oid, a.attnum, 'update')) as updates,
  (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
       'written', a.attidentity = '' and a.attgenerated = '') order by a.attnum)
   from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select substring(pg_get_expr(p.polqual, p.polrelid) from '^\\((\\w+) = \\(?platform\\.current_person')
   from pg_policy p where p.polrelid = c.oid and p.polpermissive
     and pg_get_expr(p.polqual, p.polrelid) like '%current_person()%' limit 1) as person,
  exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive) as restricted,
  exists (select from pg_policy p where p.polrelid = c.oid and p.polname like 'counterpart%') as between,
  exists (select from pg_attribute a where a.attrelid = c.oid
           and a.attname = 'from_organisation_id' and not a.attisdropped) as signed
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
  and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'jobs', 'public')
  and n.nspname not like 'pg\\_%'
order by 1`;

/** Every table of every module, as the catalogue has it. */
export async function readTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query(question);
  return z.array(Table).parse(rows);
}

/** Views and stored copies that the application may read and that have rows of organisations. */
export async function readViews(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and has_schema_privilege('kommons_app', n.oid, 'usage') and has_table_privilege('kommons_app', c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')
    order by 1`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map((row) => row.name);
}
