-- Works that municipalities share: each organisation's variant with its versions, drafts and settings,
-- what two organisations have between them, and the library that everybody reads.

create schema commons;

-- A work's name is taken for all, so that a variant can be recognised wherever it goes.
create table commons.works (
  work_id text primary key check (work_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(work_id) <= 80),
  kind text not null,
  owner_organisation_id text not null,
  created_at timestamptz not null
);
create function commons.only_own_works() returns trigger
language plpgsql as $$
begin
  if platform.in_maintenance(tg_relid) is not true and (
    (tg_op <> 'INSERT' and old.owner_organisation_id is distinct from platform.current_organisation())
    or (tg_op <> 'DELETE' and new.owner_organisation_id is distinct from platform.current_organisation())) then
    raise exception 'only the organisation itself takes or gives up the name of a work'
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger only_own_rows before insert or update or delete on commons.works
  for each row execute function commons.only_own_works();
call platform.open_table('commons.works', 'select,insert,delete',
  'names of works and their owners, without content: a name is taken for all');
call platform.at_restore('commons.works', 'stays', 'a name is taken for all, and others may have the work');

-- Content by the hash of its canonical JSON, each organisation its own.
create table commons.definitions (
  organisation_id text not null,
  hash text not null,
  definition jsonb not null,
  primary key (organisation_id, hash)
);
call platform.tenant_table('commons.definitions', 'select,insert,delete');

create table commons.variants (
  organisation_id text not null,
  work_id text not null,
  kind text not null,
  title jsonb not null,
  -- The upstream version last taken: base of the next merge. Null for a variant that follows nobody.
  base jsonb,
  sharing jsonb not null,
  auto_update text not null check (auto_update in ('ask', 'clean')),
  head_number integer not null check (head_number > 0),
  head_version_id text not null,
  head_hash text not null,
  settings_number integer not null check (settings_number > 0),
  running_number integer,
  running_version_id text,
  running_settings_number integer,
  running_since timestamptz,
  published_number integer,
  created_at timestamptz not null,
  primary key (organisation_id, work_id),
  check ((running_number is null) = (running_version_id is null)),
  check ((running_number is null) = (running_settings_number is null)),
  check ((running_number is null) = (running_since is null))
);
call platform.tenant_table('commons.variants');

create table commons.versions (
  organisation_id text not null,
  work_id text not null,
  number integer not null check (number > 0),
  version_id text not null,
  definition_hash text not null,
  parents text[] not null,
  step text not null,
  author_id text,
  author_name text not null,
  message text not null,
  at timestamptz not null,
  origins jsonb not null,
  base jsonb,
  primary key (organisation_id, work_id, number),
  unique (organisation_id, work_id, version_id)
);
create index versions_by_definition on commons.versions (organisation_id, definition_hash);
call platform.tenant_table('commons.versions', 'select,insert,delete');

-- Values of parameters: numbered documents that are never changed.
create table commons.settings (
  organisation_id text not null,
  work_id text not null,
  number integer not null check (number > 0),
  "values" jsonb not null,
  author_id text,
  author_name text not null,
  at timestamptz not null,
  reason text,
  primary key (organisation_id, work_id, number)
);
call platform.tenant_table('commons.settings', 'select,insert,delete');

-- One working copy a variant; every save is a row, so that two edits of the same revision can be merged.
create table commons.draft_revisions (
  organisation_id text not null,
  work_id text not null,
  revision integer not null check (revision > 0),
  from_number integer not null,
  definition_hash text not null,
  author_id text,
  author_name text not null,
  at timestamptz not null,
  primary key (organisation_id, work_id, revision)
);
create index draft_revisions_by_definition on commons.draft_revisions (organisation_id, definition_hash);
call platform.tenant_table('commons.draft_revisions', 'select,insert,delete');

-- Answers to an update that is being decided.
create table commons.updates (
  organisation_id text not null,
  work_id text not null,
  to_version_id text not null,
  revision integer not null,
  answers jsonb not null,
  declines jsonb not null,
  at timestamptz not null,
  primary key (organisation_id, work_id)
);
call platform.tenant_table('commons.updates');

-- What was declined, and what it looked like then: asked again only when upstream changes it.
create table commons.declines (
  organisation_id text not null,
  work_id text not null,
  path text not null,
  record jsonb not null,
  sentence text not null,
  reason text not null,
  author_id text,
  author_name text not null,
  at timestamptz not null,
  number integer not null,
  primary key (organisation_id, work_id, path)
);
call platform.tenant_table('commons.declines', 'select,insert,update,delete');

-- Texts to look at again, since the text that they were made from has changed.
create table commons.text_tasks (
  organisation_id text not null,
  work_id text not null,
  kind text not null check (kind in ('translation', 'wording')),
  path text not null,
  language text not null,
  text text,
  source_before text not null,
  source_after text not null,
  at timestamptz not null,
  primary key (organisation_id, work_id, kind, path, language)
);
call platform.tenant_table('commons.text_tasks', 'select,insert,delete');

create table commons.history (
  organisation_id text not null,
  work_id text not null,
  id uuid not null,
  kind text not null,
  author_id text,
  author_name text not null,
  at timestamptz not null,
  reason text,
  number integer,
  data jsonb not null,
  primary key (organisation_id, work_id, id)
);
call platform.tenant_table('commons.history', 'select,insert');

-- Tables between two: the row is its organisation's own, and the counterpart that it names may see it.
create procedure commons.between_two(target regclass, verbs text[])
language plpgsql as $$
declare
  verb text;
begin
  foreach verb in array verbs loop
    execute format('create policy counterpart_%s on %s for %s to public %s', verb, target, verb,
      case verb
        when 'select' then 'using (to_organisation_id = platform.current_organisation())'
        when 'update' then 'using (to_organisation_id = platform.current_organisation())
          with check (to_organisation_id = platform.current_organisation())'
        else 'with check (to_organisation_id = platform.current_organisation())'
      end);
  end loop;
end $$;

-- What an adopter has agreed to let its upstream see of its own changes.
create table commons.shared_variants (
  organisation_id text not null,
  work_id text not null,
  to_organisation_id text not null,
  number integer not null,
  version_id text not null,
  base_number integer not null,
  definition jsonb not null,
  at timestamptz not null,
  primary key (organisation_id, work_id)
);
create index shared_variants_of_upstream on commons.shared_variants (to_organisation_id, work_id);
call platform.tenant_table('commons.shared_variants');
call commons.between_two('commons.shared_variants', '{select}');
call platform.at_restore('commons.shared_variants', 'goes-back',
  'the upstream only reads it: it shows the head of the variant, which goes back with it');

-- Numbers that an adopter has agreed to let its upstream see: how much is used, and how it goes. About nobody
-- in particular; a number that rests on too few is null.
create table commons.shared_figures (
  organisation_id text not null,
  work_id text not null,
  to_organisation_id text not null,
  use jsonb,
  results jsonb,
  at timestamptz not null,
  primary key (organisation_id, work_id),
  check (use is not null or results is not null)
);
create index shared_figures_of_upstream on commons.shared_figures (to_organisation_id, work_id);
call platform.tenant_table('commons.shared_figures', 'select,insert,update,delete');
call commons.between_two('commons.shared_figures', '{select}');
call platform.at_restore('commons.shared_figures', 'goes-back',
  'the upstream only reads it, and it is counted again every night');

create table commons.contributions (
  organisation_id text not null,
  id uuid not null,
  to_organisation_id text not null,
  work_id text not null,
  work_title jsonb not null,
  base_number integer not null,
  base_version_id text not null,
  from_version_id text not null,
  -- The base with the chosen changes, and nothing else of the contributor's.
  definition jsonb not null,
  items jsonb not null,
  message text not null,
  author_id text,
  author_name text not null,
  at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer jsonb,
  primary key (organisation_id, id),
  check ((answer is null) = (state in ('open', 'withdrawn')))
);
create index contributions_received on commons.contributions (to_organisation_id, work_id, at);
call platform.tenant_table('commons.contributions', 'select,insert,update');
call commons.between_two('commons.contributions', '{select,update}');
call platform.at_restore('commons.contributions', 'stays', 'the receiver has answered it, or has it to answer');

create table commons.contribution_messages (
  organisation_id text not null,
  contribution_id uuid not null,
  id uuid not null,
  to_organisation_id text not null,
  from_organisation_id text not null,
  author_id text,
  author_name text not null,
  text text not null,
  at timestamptz not null,
  primary key (organisation_id, contribution_id, id),
  check (from_organisation_id in (organisation_id, to_organisation_id))
);
call platform.tenant_table('commons.contribution_messages', 'select,insert');
call commons.between_two('commons.contribution_messages', '{select,insert}');
call platform.at_restore('commons.contribution_messages', 'stays', 'both have written it, and the other has read it');

-- Nobody speaks in another's name.
create function commons.only_own_words() returns trigger
language plpgsql as $$
begin
  if new.from_organisation_id is distinct from platform.current_organisation()
    and platform.in_maintenance(tg_relid) is not true then
    raise exception 'a message is written by the organisation that it is from' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_own_words before insert on commons.contribution_messages
  for each row execute function commons.only_own_words();

-- What one organisation tells another about a work. `read_at` is the receiver's.
create table commons.notices (
  organisation_id text not null,
  id uuid not null,
  to_organisation_id text not null,
  work_id text not null,
  work_title jsonb not null,
  kind text not null,
  number integer,
  contribution_id uuid,
  -- Where it is read at the receiver's work, for what another part of Kommons tells: then it is about no work.
  path text,
  text text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, id),
  check ((kind = 'elsewhere') = (path is not null)),
  check ((kind = 'elsewhere') = (work_id = ''))
);
create index notices_received on commons.notices (to_organisation_id, at);
create index notices_unread on commons.notices (to_organisation_id) where read_at is null;
call platform.tenant_table('commons.notices', 'select,insert,update');
call commons.between_two('commons.notices', '{select,update}');
call platform.at_restore('commons.notices', 'stays', 'it is with the receiver, who has perhaps marked it as read');

-- The library: outside row security, read through one door that applies the audience. What is written
-- is still only one's own, and what was published stays as it was.
create table commons.library_publications (
  organisation_id text not null,
  work_id text not null,
  number integer not null check (number > 0),
  version_id text not null,
  definition_hash text not null,
  definition jsonb not null,
  kind text not null,
  audience text not null check (audience in ('everyone', 'public-sector', 'networks', 'organisations')),
  audience_of text[] not null,
  licence text not null,
  credit text[] not null,
  message text not null,
  published_at timestamptz not null,
  offered_from timestamptz not null,
  offered jsonb not null,
  locked_parameters text[] not null,
  base jsonb,
  recalled_at timestamptz,
  recall_reason text,
  primary key (organisation_id, work_id, number),
  check ((recalled_at is null) = (recall_reason is null))
);
create index library_publications_of_work on commons.library_publications (work_id, organisation_id);
create index library_publications_offered on commons.library_publications (offered_from);
create trigger only_own_rows before insert or update or delete on commons.library_publications
  for each row execute function platform.only_own_rows();
call platform.open_table('commons.library_publications', 'select,insert',
  'published snapshots, read through one door that applies the audience');
grant update (recalled_at, recall_reason) on commons.library_publications to kommons_app;
call platform.at_restore('commons.library_publications', 'stays', 'others have read them and built on them');

-- One row a published variant: what the library's search reads.
create table commons.library_entries (
  organisation_id text not null,
  work_id text not null,
  -- Whether this is the variant that owns the work.
  original boolean not null,
  kind text not null,
  subject text,
  title jsonb not null,
  title_sv text not null collate "sv-x-icu",
  summary jsonb,
  number integer not null,
  published_at timestamptz not null,
  audience text not null,
  audience_of text[] not null,
  licence text not null,
  credit text[] not null,
  vector tsvector not null,
  words text[] not null,
  withdrawn_at timestamptz,
  withdraw_reason text,
  primary key (organisation_id, work_id),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
-- Every search ranks what it finds: the vector stands in the row, not a fetch away.
alter table commons.library_entries alter column vector set storage main;
create index library_entries_words on commons.library_entries using gin (vector);
create index library_entries_of_work on commons.library_entries (work_id);
create trigger only_own_rows before insert or update or delete on commons.library_entries
  for each row execute function platform.only_own_rows();
call platform.open_table('commons.library_entries', 'select,insert,update',
  'what is published, for search, read through one door that applies the audience');
call platform.at_restore('commons.library_entries', 'stays', 'it follows from what is published, which stays');

-- Variants with the number of the newest publication as the library has it: what was published stays published when
-- a restore takes the variant back, and the next publication is numbered on from there.
create view commons.variants_by_library with (security_invoker = true) as
select v.organisation_id, v.work_id, v.kind, v.title, v.base, v.sharing, v.auto_update, v.head_number,
  v.head_version_id, v.head_hash, v.settings_number, v.running_number, v.running_version_id,
  v.running_settings_number, v.running_since,
  (select max(p.number) from commons.library_publications p
    where p.organisation_id = v.organisation_id and p.work_id = v.work_id) as published_number,
  v.created_at
from commons.variants v;
grant select on commons.variants_by_library to kommons_app;
call platform.at_restore('commons.variants', 'made-anew',
  'how far it is published follows from the library, which stays', 'commons.variants_by_library');

-- Who has taken a published work as their own, from whom, and which version: seen by all who see the work.
create table commons.library_uses (
  organisation_id text not null,
  work_id text not null,
  upstream_organisation_id text not null,
  base_number integer not null,
  in_use boolean not null,
  since timestamptz not null,
  sharing jsonb not null,
  debt jsonb not null,
  primary key (organisation_id, work_id)
);
create index library_uses_of_upstream on commons.library_uses (work_id, upstream_organisation_id);
create trigger only_own_rows before insert or update or delete on commons.library_uses
  for each row execute function platform.only_own_rows();
call platform.open_table('commons.library_uses', 'select,insert,update,delete',
  'who uses a published work, read through one door that applies the audience');

-- What `library_uses` says when it is right, by the variants themselves: a restore makes the organisation's rows
-- anew from it, and `kommons verify` compares.
create view commons.uses_by_variants with (security_invoker = true) as
select v.organisation_id, v.work_id, v.base ->> 'organisation' as upstream_organisation_id,
  (v.base ->> 'number')::integer as base_number, v.running_number is not null as in_use,
  coalesce(u.since, v.created_at) as since, v.sharing,
  jsonb_build_object(
    'declined', (select count(*) from commons.declines d
      where d.organisation_id = v.organisation_id and d.work_id = v.work_id),
    'tasks', (select count(*) from commons.text_tasks t
      where t.organisation_id = v.organisation_id and t.work_id = v.work_id)) as debt
from commons.variants v
left join commons.library_uses u on u.organisation_id = v.organisation_id and u.work_id = v.work_id
where v.base is not null;
grant select on commons.uses_by_variants to kommons_app;
call platform.at_restore('commons.library_uses', 'made-anew',
  'others see it in the library: it follows from the variants', 'commons.uses_by_variants');
