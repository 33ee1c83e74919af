-- Programs that ask and change for an organisation through the API, each with a key of its own.

create table identity.programs (
  organisation_id text not null references organisations.organisations,
  -- What it acts as, where a person has theirs.
  id uuid not null,
  name text not null check (name <> ''),
  role text not null check (role in ('designer', 'training-lead', 'strategist')),
  may_write boolean not null,
  added_at timestamptz not null,
  added_by uuid not null,
  expires_at timestamptz not null,
  -- To the hour.
  used_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  check (expires_at > added_at)
);
create unique index program_names on identity.programs (organisation_id, lower(name)) where ended_at is null;

call platform.tenant_table('identity.programs', 'select, insert, update');
call platform.own_rows('identity.programs', 'id');
call platform.at_restore('identity.programs', 'stays', 'a key that has been ended does not come to life again');

-- Which program shows a key, asked before the organisation is known.
create table identity.program_keys (
  -- SHA-256 of the key, which is kept nowhere. The key is 256 random bits, so no salt is needed.
  hash bytea primary key check (octet_length(hash) = 32),
  program_id uuid not null
);
call platform.open_table('identity.program_keys', 'select, insert', 'asked at every request before the program is known; hashes only');
