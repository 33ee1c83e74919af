import type { ClientBase } from 'pg';
import { z } from 'zod';
import { definers, type Definer } from './jobs-schema.ts';
import { appRole, jobsRole } from './roles.ts';

/** A breach of what row security demands of the schema. */
export type CatalogueFinding = { readonly object: string; readonly problem: string };

/** Schemas of the server itself, and of the queue, whose tables shut everybody else out. */
const outside = `('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'jobs')`;

const listed = (functions: readonly Definer[]): string =>
  functions.map(({ signature }) => `'${signature}'`).join(', ');
const forApplication = definers.filter(({ caller }) => caller === 'application');

/**
 * The shapes that a policy of a tenant's table may have, as the server prints them: one column equal
 * to one setting, so that an index serves it and nobody has to think about what it lets through.
 */
const column = String.raw`[a-z_]+`;
const allowedPolicies: readonly RegExp[] = [
  /^\(organisation_id = platform\.current_organisation\(\)\)$/,
  new RegExp(String.raw`^\(${column}organisation_id = platform\.current_organisation\(\)\)$`),
  new RegExp(String.raw`^\(${column} = platform\.current_person\(\)\)$`),
  new RegExp(String.raw`^\(${column} = \(platform\.current_person\(\)\)::text\)$`),
  /^\(person_id = platform\.current_person_or_none\(\)\)$/,
  /^\(organisation_id = 'kommons'::text\)$/,
];
const maintenance = `(current_setting('kommons.maintenance'::text, true) = 'on'::text)`;

type Question = { readonly sql: string; readonly problem: string };

const questions: readonly Question[] = [
  {
    problem: 'is neither a tenant table nor registered as open',
    sql: `select t.name as object from tables t
      where not t.forced and t.name not in (select name from platform.open_tables)`,
  },
  {
    problem: 'has row security that is not forced',
    sql: `select t.name as object from tables t where t.enabled and not t.forced`,
  },
  {
    problem: 'is registered as open but does not exist',
    sql: `select o.name as object from platform.open_tables o where to_regclass(o.name) is null`,
  },
  {
    problem: 'has no primary key',
    sql: `select t.name as object from tables t
      where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  },
  {
    problem: 'has a unique key that does not begin with organisation_id',
    sql: `select t.name || ' ' || i.indexrelid::regclass as object from tenant_tables t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'organisation_id'`,
  },
  {
    problem: 'refers to a tenant table without organisation_id first',
    sql: `select c.conrelid::regclass || ' ' || c.conname as object from pg_constraint c
      join tenant_tables t on t.oid = c.confrelid
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = c.confkey[1]
      where c.contype = 'f' and a.attname <> 'organisation_id'`,
  },
  {
    problem: 'gives the application a right that was not registered',
    sql: `select o.name || ' ' || r.verb as object from platform.open_tables o
      cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as r (verb)
      where to_regclass(o.name) is not null and has_table_privilege('${appRole}', o.name, r.verb)
        and not r.verb = any (string_to_array(replace(lower(o.grants), ' ', ''), ','))`,
  },
  {
    problem: 'can be emptied, or given triggers, by the application',
    sql: `select t.name as object from tables t
      where has_table_privilege('${appRole}', t.oid, 'truncate') or has_table_privilege('${appRole}', t.oid, 'trigger')`,
  },
  {
    problem: 'is open to everybody on the server',
    sql: `select t.name as object from tables t, pg_class c, aclexplode(c.relacl) as acl
      where c.oid = t.oid and acl.grantee = 0`,
  },
  {
    problem: 'is a view that reads with the rights of its owner',
    sql: `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ${outside}
        and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)`,
  },
  {
    problem: 'works with the rights of its maker and is not on the list',
    sql: `select p.oid::regprocedure::text as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
        and p.oid::regprocedure::text <> all (array[${listed(definers)}])`,
  },
  {
    problem: 'works with the rights of its maker without a fixed search path',
    sql: `select p.oid::regproc::text as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and not exists (select from unnest(p.proconfig) as c where c like 'search_path=%')`,
  },
  {
    problem: 'works with the rights of its maker and may be called by the application',
    sql: `select p.oid::regproc::text as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and p.oid::regprocedure::text <> all (array[${listed(forApplication)}])
        and has_function_privilege('${appRole}', p.oid, 'execute')
        and has_schema_privilege('${appRole}', n.oid, 'usage')`,
  },
  {
    problem: 'has forced row security without a policy for maintenance, so that a backup would miss rows',
    sql: `select t.name as object from tables t
      where t.forced and not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'maintenance')`,
  },
  {
    problem: 'is seen by a counterpart and has no rule for a restore of one organisation',
    sql: `select t.name as object from tenant_tables t
      where t.name not in (select name from platform.restore_rules) and exists (
        select from pg_policy p where p.polrelid = t.oid
          and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            ~ '^\\([a-z_]+organisation_id = platform\\.current_organisation')`,
  },
  {
    problem:
      'stands open with rows of the organisations’ own, and has no rule for a restore of one organisation',
    sql: `select t.name as object from tables t
      where t.name in (select name from platform.open_tables)
        and t.name not in (select name from platform.restore_rules)
        and exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'only_own_rows')`,
  },
  {
    problem: 'belongs to the application',
    sql: `select c.oid::regclass::text as object from pg_class c where c.relowner = '${appRole}'::regrole
      union all select p.oid::regproc::text from pg_proc p where p.proowner = '${appRole}'::regrole
      union all select nspname from pg_namespace where nspowner = '${appRole}'::regrole`,
  },
  {
    problem: 'is a schema that the application may create in',
    sql: `select nspname as object from pg_namespace
      where nspname not like 'pg_temp%' and has_schema_privilege('${appRole}', oid, 'create')`,
  },
  {
    problem: 'is a role that can bypass row security, or more',
    sql: `select rolname as object from pg_roles where rolname in ('${appRole}', '${jobsRole}')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    problem: 'is a foreign table, which row security does not reach',
    sql: `select c.oid::regclass::text as object from pg_class c where c.relkind = 'f'`,
  },
];

const tables = `with tables as (
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ${outside} and n.nspname not like 'pg_temp%'
), tenant_tables as (
  select * from tables where forced and name not in (select name from platform.open_tables)
) `;

const Names = z.array(z.object({ object: z.string() }));
const Policies = z.array(
  z.object({
    object: z.string(),
    roles: z.string(),
    uses: z.string().nullable(),
    checks: z.string().nullable(),
    owner: z.string(),
  }),
);

/**
 * Reads the catalogue of a database and lists every breach: for a test of every table to come, and
 * for an administrator who has changed something by hand. Needs the owner's rights.
 */
export async function inspectCatalogue(client: ClientBase): Promise<readonly CatalogueFinding[]> {
  const findings: CatalogueFinding[] = [];
  for (const { sql, problem } of questions) {
    const { rows } = await client.query(tables + sql);
    findings.push(...Names.parse(rows).map(({ object }) => ({ object, problem })));
  }
  const { rows } = await client.query(`${tables} select t.name || ' ' || p.polname as object,
      case when p.polroles = '{0}' then 'public' else array_to_string(array(select rolname from pg_roles where oid = any (p.polroles)), ',') end as roles,
      pg_get_expr(p.polqual, p.polrelid) as uses,
      pg_get_expr(p.polwithcheck, p.polrelid) as checks, pg_get_userbyid(c.relowner) as owner
    from tenant_tables t join pg_policy p on p.polrelid = t.oid join pg_class c on c.oid = t.oid`);
  for (const policy of Policies.parse(rows)) {
    const problem = judgePolicy(policy);
    if (problem !== null) findings.push({ object: policy.object, problem });
  }
  return findings;
}

function judgePolicy(policy: z.infer<typeof Policies>[number]): string | null {
  const expressions = [policy.uses, policy.checks].filter((one) => one !== null);
  if (expressions.every((one) => one === maintenance)) {
    return policy.roles === policy.owner ? null : 'lets others than the owner do maintenance';
  }
  const bare = expressions.every((one) => allowedPolicies.some((allowed) => allowed.test(one)));
  return bare ? null : `is no bare equality: ${expressions.join(' / ')}`;
}
