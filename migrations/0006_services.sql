-- E-services as citizens meet them: drafts until they are sent, and how often each service is used.

create schema services;

-- One application being filled in. It pins the version and the settings that it began with. When it is
-- sent, its answers move to the case and are emptied here; the row stays as the receipt of the draft's id.
create table services.drafts (
  organisation_id text not null,
  id uuid not null,
  work_id text not null,
  person_id uuid,
  -- Only for a draft that nobody signed in to begin: SHA-256 of the secret in its address.
  secret_hash text,
  version_id text not null,
  settings_number integer not null,
  language text not null check (language in ('sv', 'en')),
  revision integer not null check (revision >= 0),
  content jsonb not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  kept_until timestamptz not null,
  submitted_at timestamptz,
  receipt jsonb,
  primary key (organisation_id, id),
  check ((person_id is null) <> (secret_hash is null)),
  check ((submitted_at is null) = (receipt is null))
);
create index drafts_of_person on services.drafts (person_id, organisation_id, work_id) where person_id is not null;
create index drafts_to_delete on services.drafts (organisation_id, kept_until);

call platform.tenant_table('services.drafts');
call platform.own_rows('services.drafts', 'person_id');

-- How many applications a month. No person in it.
create table services.usage (
  organisation_id text not null,
  work_id text not null,
  month date not null,
  begun integer not null default 0 check (begun >= 0),
  submitted integer not null default 0 check (submitted >= 0),
  -- How many of those begun in the month have been sent, whenever that was.
  finished integer not null default 0 check (finished between 0 and begun),
  primary key (organisation_id, work_id, month)
);

call platform.tenant_table('services.usage');
