-- The ground of every module: who a transaction is, what row security demands of a table, and the
-- tables that the platform itself keeps.

create schema if not exists platform;
revoke create on schema public from public;
grant usage on schema platform to kommons_app;

-- The organisation and the person of the transaction; null means none, and then no row is seen.
-- Plain SQL without settings of its own, so that the planner puts the body in place of the call.
create function platform.current_organisation() returns text
  language sql stable parallel safe
  return nullif(current_setting('kommons.organisation', true), '');

create function platform.current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('kommons.person', true), '')::uuid;

-- For what may be done by nobody in particular: the person, or the empty text.
create function platform.current_person_or_none() returns text
  language sql stable parallel safe
  return coalesce(current_setting('kommons.person', true), '');

-- Whether a backup, a restore or a nightly job works now. Anybody can set the setting, so it counts only for
-- whoever has the rights of the table's owner.
create function platform.in_maintenance(target oid) returns boolean
  language sql stable parallel safe
  return current_setting('kommons.maintenance', true) = 'on'
    and pg_has_role(current_user, (select relowner from pg_catalog.pg_class where oid = target), 'usage');

-- Trigger for open tables with rows of organisations: only the organisation itself writes them. Both what was
-- there and what comes instead is looked at, so that a row is neither taken nor given away.
create function platform.only_own_rows() returns trigger
language plpgsql as $$
begin
  if platform.in_maintenance(tg_relid) is not true and (
    (tg_op <> 'INSERT' and old.organisation_id is distinct from platform.current_organisation())
    or (tg_op <> 'DELETE' and new.organisation_id is distinct from platform.current_organisation())) then
    raise exception 'only the organisation itself writes its rows of %', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

create table platform.open_tables (
  name text primary key,
  grants text not null,
  reason text not null
);

-- What a restore of one organisation does with a table that others see or that stands open. Without a rule an
-- organisation's own rows go back to those of the backup, and an open table is left alone.
create table platform.restore_rules (
  name text primary key,
  -- `stays`: rows that are there stay as they are, and only what is missing comes back.
  -- `made-anew`: the organisation's rows are taken from `source`, which reads the rows that came back.
  -- `goes-back`: as any other own table, although a counterpart reads it or it stands open.
  rule text not null check (rule in ('stays', 'made-anew', 'goes-back')),
  source text,
  reason text not null check (reason <> ''),
  check ((source is not null) = (rule = 'made-anew'))
);

-- Every table that a counterpart sees, and every open one with rows of an organisation's own, has a rule, or the
-- check of the catalogue fails.
create procedure platform.at_restore(target regclass, rule text, reason text, source regclass default null)
language sql as $$
  insert into platform.restore_rules (name, rule, source, reason)
  select format('%s.%s', c.relnamespace::regnamespace, c.relname), rule,
    (select format('%s.%s', s.relnamespace::regnamespace, s.relname) from pg_class s where s.oid = source), reason
  from pg_class c where c.oid = target
$$;

-- Refuses a key that would let one organisation's rows meet another's.
create procedure platform.require_organisation_first(target regclass)
language plpgsql as $$
declare
  found record;
begin
  if not exists (
    select from pg_attribute
    where attrelid = target and attname = 'organisation_id' and attnotnull
      and atttypid = 'text'::regtype and not attisdropped
  ) then
    raise exception '% has no column "organisation_id text not null"', target;
  end if;
  if not exists (select from pg_index where indrelid = target and indisprimary) then
    raise exception '% has no primary key', target;
  end if;
  for found in
    select i.indexrelid::regclass as index, a.attname as first
    from pg_index i
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = target and i.indisunique
  loop
    if found.first is distinct from 'organisation_id' then
      raise exception '%: the unique key % does not begin with organisation_id', target, found.index;
    end if;
  end loop;
end $$;

create procedure platform.grant_to_app(target regclass, grants text)
language plpgsql as $$
declare
  verb text;
begin
  execute format('grant usage on schema %I to kommons_app',
    (select relnamespace::regnamespace::text from pg_class where oid = target));
  foreach verb in array string_to_array(replace(lower(grants), ' ', ''), ',') loop
    if verb not in ('select', 'insert', 'update', 'delete') then
      raise exception '%: "%" is no right that a table can give', target, verb;
    end if;
    execute format('grant %s on table %s to kommons_app', verb, target);
  end loop;
end $$;

-- Makes a table an organisation's own: the app sees the rows of the transaction's organisation.
-- The owner sees rows only where a backup or a migration of data says so for its transaction.
create procedure platform.tenant_table(target regclass, grants text default 'select, insert, update, delete')
language plpgsql as $$
begin
  call platform.require_organisation_first(target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy organisation on %s for all to public
    using (organisation_id = platform.current_organisation())
    with check (organisation_id = platform.current_organisation())', target);
  execute format('create policy maintenance on %s for all to current_user
    using (current_setting(''kommons.maintenance'', true) = ''on'')
    with check (current_setting(''kommons.maintenance'', true) = ''on'')', target);
  call platform.grant_to_app(target, grants);
end $$;

-- Lets a person see what is theirs in every organisation. The column is text or uuid.
create procedure platform.own_rows(target regclass, owner_column text)
language plpgsql as $$
declare
  as_type text := (
    select format_type(atttypid, null) from pg_attribute where attrelid = target and attname = owner_column
  );
begin
  if as_type is null then
    raise exception '% has no column %', target, owner_column;
  end if;
  if as_type not in ('text', 'uuid') then
    raise exception '%.% is neither text nor uuid', target, owner_column;
  end if;
  execute format('create policy own_rows on %1$s for all to public
    using (%2$I = platform.current_person()%3$s) with check (%2$I = platform.current_person()%3$s)',
    target, owner_column, case as_type when 'text' then '::text' else '' end);
end $$;

-- Registers a table that stands outside row security, with what the app may do and why that is right.
create procedure platform.open_table(target regclass, grants text, reason text)
language plpgsql as $$
begin
  if reason = '' then
    raise exception '% needs a reason to be open', target;
  end if;
  insert into platform.open_tables (name, grants, reason)
  values ((select format('%s.%s', relnamespace::regnamespace, relname) from pg_class where oid = target), grants, reason);
  if grants <> '' then
    call platform.grant_to_app(target, grants);
  end if;
end $$;

-- What belongs to Kommons itself and to no organisation is kept under the name 'kommons'.
create procedure platform.also_kommons_itself(target regclass)
language plpgsql as $$
begin
  execute format('create policy kommons_itself on %s for all to public
    using (organisation_id = ''kommons'') with check (organisation_id = ''kommons'')', target);
end $$;

call platform.open_table('platform.open_tables', '', 'names of tables, read by the check of the catalogue');
call platform.open_table('platform.migrations', '', 'which migrations have run');
call platform.open_table('platform.restore_rules', '', 'names of tables, read by a restore of one organisation');

-- What happened, in order, for ever: ids, kinds, times and hashes, never what people wrote.
create table platform.log (
  organisation_id text not null,
  subject text not null,
  n integer not null check (n > 0),
  kind text not null,
  actor text not null,
  at timestamptz not null,
  data jsonb not null,
  previous text not null,
  hash text not null,
  primary key (organisation_id, subject, n)
);
call platform.tenant_table('platform.log', 'select, insert');
call platform.also_kommons_itself('platform.log');

-- The hash of an entry, over the hash before it and everything in it, separated by unit separators.
create function platform.log_hash(entry platform.log) returns text
  language sql immutable parallel safe
  return encode(sha256(convert_to(concat_ws(E'\x1f',
    (entry).previous, (entry).organisation_id, (entry).subject, (entry).n, (entry).kind, (entry).actor,
    to_char((entry).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), (entry).data::text
  ), 'UTF8')), 'hex');

-- Appends one entry after the last of its subject. Two at once wait for each other.
create function platform.append_log(
  organisation text, about text, what text, who text, happened timestamptz, details jsonb
) returns integer
language plpgsql as $$
declare
  entry platform.log;
begin
  perform pg_advisory_xact_lock(hashtextextended(organisation || E'\x1f' || about, 0));
  select * into entry from platform.log
  where organisation_id = organisation and subject = about
  order by n desc limit 1;
  entry := row(organisation, about, coalesce(entry.n, 0) + 1, what, who, happened, details,
    coalesce(entry.hash, ''), '')::platform.log;
  entry.hash := platform.log_hash(entry);
  insert into platform.log select (entry).*;
  return entry.n;
end $$;

-- Events on their way from one module to another.
create table platform.outbox (
  organisation_id text not null,
  id uuid not null,
  n bigint not null generated always as identity,
  subject text not null,
  name text not null,
  payload jsonb not null,
  at timestamptz not null,
  attempts integer not null default 0,
  delivered_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (organisation_id, id)
);
create index outbox_waiting on platform.outbox (organisation_id, subject, n)
  where delivered_at is null and failed_at is null;
call platform.tenant_table('platform.outbox');
call platform.also_kommons_itself('platform.outbox');

-- The first reply to a request with an idempotency key, given again when the request is repeated.
create table platform.receipts (
  organisation_id text not null,
  person_id text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (organisation_id, person_id, key)
);
create index receipts_age on platform.receipts (organisation_id, at);
call platform.tenant_table('platform.receipts');
call platform.also_kommons_itself('platform.receipts');
create policy one_person on platform.receipts as restrictive for all to public
  using (person_id = platform.current_person_or_none())
  with check (person_id = platform.current_person_or_none());

-- Letters on their way. The text is cleared when the letter has left.
create table platform.mails (
  organisation_id text not null,
  id uuid not null,
  to_address text not null,
  subject text not null,
  text text not null,
  language text not null check (language in ('sv', 'en')),
  at timestamptz not null,
  sent_at timestamptz,
  primary key (organisation_id, id)
);
call platform.tenant_table('platform.mails');

-- Where letters arrive in demo mode, where nothing is sent.
create table platform.demo_mailbox (
  id uuid primary key,
  organisation_id text not null,
  to_address text not null,
  subject text not null,
  text text not null,
  language text not null,
  at timestamptz not null
);
create index demo_mailbox_age on platform.demo_mailbox (at);
call platform.open_table('platform.demo_mailbox', 'select, insert, delete', 'demo mode only: invented people');

-- Whether the database holds a demo world or the real one. The first start decides, for ever.
create table platform.installation (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('demo', 'production'))
);
call platform.open_table('platform.installation', 'select, insert', 'one row that is about no organisation');
