import type { Table } from './catalogue.ts';

/** A mistake that somebody could make, in the words of SQL. */
export type Defect = { readonly name: string; readonly sql: string };

const readable = (view: string): string =>
  `grant usage on schema planted to kommons_app; grant select on ${view} to kommons_app`;

/** A guard that believes whoever says that it does maintenance. */
const credulous: Defect = {
  name: 'the guard lets maintenance be claimed',
  sql: `create or replace function platform.in_maintenance(target oid) returns boolean language sql stable
    as $$ select current_setting('kommons.maintenance', true) = 'on' $$`,
};

function defectsOfTenantTable({ name, verbs, person, restricted, signed }: Table): readonly Defect[] {
  const onInsert: readonly Defect[] = verbs.includes('insert')
    ? [
        {
          name: 'writes are not checked',
          sql: `alter policy organisation on ${name} with check (true)`,
        },
      ]
    : [];
  const onPerson: readonly Defect[] =
    person === null || restricted
      ? []
      : [
          {
            name: 'a person sees what is any person’s',
            sql: `create policy planted on ${name} using (${person} is not null and platform.current_person() is not null)`,
          },
        ];
  const onRestricted: readonly Defect[] = restricted
    ? [
        {
          name: 'the person is no longer demanded',
          sql: `alter policy one_person on ${name} using (true) with check (true)`,
        },
      ]
    : [];
  const onSigned: readonly Defect[] = signed
    ? [{ name: 'the guard of names is gone', sql: `drop trigger only_own_words on ${name}` }, credulous]
    : [];
  return [
    {
      name: 'maintenance by whoever claims it',
      sql: `create policy planted on ${name} using (current_setting('kommons.maintenance', true) = 'on')`,
    },
    { name: 'the policy is dropped', sql: `drop policy organisation on ${name}` },
    { name: 'one more policy lets all through', sql: `create policy planted on ${name} using (true)` },
    { name: 'the policy is true', sql: `alter policy organisation on ${name} using (true)` },
    {
      name: 'no organisation means every organisation',
      sql: `alter policy organisation on ${name}
        using (organisation_id = coalesce(platform.current_organisation(), organisation_id))`,
    },
    { name: 'row security is off', sql: `alter table ${name} disable row level security` },
    { name: 'the owner escapes', sql: `alter table ${name} no force row level security` },
    {
      name: 'a view with its owner’s eyes',
      sql: `create schema planted; create view planted.v as select * from ${name}; ${readable('planted.v')}`,
    },
    {
      name: 'a stored copy',
      sql: `create schema planted; create materialized view planted.m as select * from ${name}; ${readable('planted.m')}`,
    },
    {
      name: 'a function with its maker’s rights',
      sql: `create schema planted; grant usage on schema planted to kommons_app;
        create function planted.f() returns setof ${name} language sql security definer as 'select * from ${name}'`,
    },
    ...onInsert,
    ...onPerson,
    ...onRestricted,
    ...onSigned,
  ];
}

/** A guard that looks at one side of a change only: rows are taken, or given away. */
function halfGuards({ name, owner, updates }: Table): readonly Defect[] {
  if (!updates.includes(owner)) return [];
  return (['new', 'old'] as const).map((side) => ({
    name: `the guard looks at ${side} only`,
    sql: `drop trigger only_own_rows on ${name};
      create schema planted; grant usage on schema planted to kommons_app;
      create function planted.half() returns trigger language plpgsql as $$
        begin
          if ${side}.${owner} is distinct from platform.current_organisation() then
            raise exception 'not yours' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger only_own_rows before update on ${name} for each row execute function planted.half();
      create trigger only_own_inserts before insert on ${name} for each row execute function platform.only_own_rows();
      create trigger only_own_deletes before delete on ${name} for each row execute function platform.only_own_rows()`,
  }));
}

/** Mistakes upon one table. */
export function defectsOf(table: Table): readonly Defect[] {
  switch (table.kind) {
    case 'tenant':
      return defectsOfTenantTable(table);
    case 'personal':
      return [
        {
          name: 'one more policy lets all through',
          sql: `create policy planted on ${table.name} using (true)`,
        },
        { name: 'row security is off', sql: `alter table ${table.name} disable row level security` },
        { name: 'the owner escapes', sql: `alter table ${table.name} no force row level security` },
      ];
    case 'guarded':
      return [
        { name: 'the guard is gone', sql: `drop trigger only_own_rows on ${table.name}` },
        credulous,
        ...halfGuards(table),
      ];
    case 'open':
      return [];
  }
}

/** Mistakes with the role, which open every table at once. */
export const defectsOfRole: readonly Defect[] = [
  { name: 'the role bypasses row security', sql: 'alter role kommons_app bypassrls' },
  { name: 'the role is a superuser', sql: 'alter role kommons_app superuser' },
  { name: 'the role may become the owner', sql: 'grant kommons_owner to kommons_app' },
];
