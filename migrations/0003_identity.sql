-- People, how they are recognised, what they may do, their sessions, and who has read about whom.

create schema identity;

-- A person's own row, and nobody else's: row security besides the open grant. The personal number is
-- encrypted with a key that the database does not have.
create table identity.people (
  id uuid primary key,
  name text not null,
  personal_number bytea,
  created_at timestamptz not null,
  disabled_at timestamptz
);

call platform.open_table('identity.people', 'select, insert, update', 'a person belongs to no organisation; own row only');
alter table identity.people enable row level security;
alter table identity.people force row level security;
create policy own_row on identity.people for all to public
  using (id = platform.current_person()) with check (id = platform.current_person());
create policy maintenance on identity.people for all to current_user
  using (current_setting('kommons.maintenance', true) = 'on')
  with check (current_setting('kommons.maintenance', true) = 'on');

-- Who a sign-in is: a keyed hash (HMAC-SHA-256) of the personal number, or of issuer and subject.
create table identity.subjects (
  hash bytea primary key check (octet_length(hash) = 32),
  -- Checked at commit: who comes first is decided here, before the person is written.
  person_id uuid not null references identity.people deferrable initially deferred
);
create index subjects_of_person on identity.subjects (person_id);

call platform.open_table('identity.subjects', 'select,insert,delete', 'asked at sign-in, before the person is known; keyed hashes only');

-- What a person may do, where and when. The person sees the own ones everywhere, the organisation all of
-- its own; only the organisation changes them.
create table identity.mandates (
  organisation_id text not null references organisations.organisations,
  person_id uuid not null references identity.people,
  role text not null check (role in
    ('case-worker', 'designer', 'training-lead', 'strategist', 'board-member', 'admin', 'supplier')),
  -- Empty for the whole organisation.
  unit text not null default '',
  -- What colleagues read: "Handläggare, Härnösand".
  label text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation_id, person_id, role, unit),
  check (valid_until is null or valid_until > valid_from)
);
create index mandates_of_person on identity.mandates (person_id);

call platform.tenant_table('identity.mandates');
create policy own_mandates on identity.mandates for select to public
  using (person_id = platform.current_person());

create table identity.sessions (
  -- SHA-256 of the cookie's value, which is kept nowhere.
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  id uuid not null unique,
  person_id uuid not null references identity.people,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  working_for text references organisations.organisations,
  method text not null,
  -- How surely the provider knew the person (OpenID Connect Core, acr).
  acr text,
  check (last_seen_at >= created_at)
);
create index sessions_of_person on identity.sessions (person_id);
create index sessions_by_age on identity.sessions (last_seen_at);

call platform.open_table('identity.sessions', 'select,insert,update,delete', 'asked at every request before the person is known; hashes only');

-- A sign-in under way, bound to one browser by a cookie and used once.
create table identity.attempts (
  cookie_hash bytea primary key check (octet_length(cookie_hash) = 32),
  method text not null,
  secrets jsonb not null,
  -- Null where the person's own start page is found when it is known who signed in.
  return_to text,
  language text not null check (language in ('sv', 'en')),
  begun_at timestamptz not null,
  -- Begun under a municipality's own host name: the host, and the SHA-256 of the secret that the browser
  -- keeps there.
  host text,
  binding bytea check (octet_length(binding) = 32),
  check ((host is null) = (binding is null))
);
create index attempts_by_age on identity.attempts (begun_at);

call platform.open_table('identity.attempts', 'select,insert,delete', 'sign-ins under way; nobody is known yet');

-- Takes a person who has proved who it is to the municipality's own host, where the sign-in began. Used once,
-- soon, and only by the browser that began there.
create table identity.tickets (
  -- SHA-256 of what stands in the address.
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  host text not null,
  binding bytea not null check (octet_length(binding) = 32),
  person_id uuid not null references identity.people,
  method text not null,
  acr text,
  return_to text not null,
  made_at timestamptz not null
);
create index tickets_of_person on identity.tickets (person_id);
create index tickets_by_age on identity.tickets (made_at);

call platform.open_table('identity.tickets', 'select,insert,delete', 'asked before the session is there; hashes only');

create table identity.sign_ins (
  id uuid primary key,
  at timestamptz not null,
  method text not null,
  outcome text not null check (outcome in ('signed-in', 'refused')),
  -- Why it was refused, as a short code.
  reason text,
  person_id uuid,
  check ((outcome = 'refused') = (reason is not null)),
  check ((outcome = 'signed-in') = (person_id is not null))
);
create index sign_ins_by_time on identity.sign_ins (at);

call platform.open_table('identity.sign_ins', 'select,insert', 'audit of sign-ins, also of those that were refused');

-- The access log: who read or did what about whom, and why. Written in the transaction that reads, never
-- changed. The person read about sees it too.
create table identity.reads (
  organisation_id text not null references organisations.organisations,
  id uuid not null,
  at timestamptz not null,
  who uuid not null,
  -- The reader's role as colleagues read it, at that time.
  label text,
  whose uuid,
  case_id uuid,
  unit text,
  act text not null,
  why text not null,
  primary key (organisation_id, id)
);
create index reads_of_case on identity.reads (organisation_id, case_id, at);
create index reads_of_person on identity.reads (whose, at) where whose is not null;

call platform.tenant_table('identity.reads', 'select, insert');
create policy about_me on identity.reads for select to public
  using (whose = platform.current_person());
