-- Municipalities, regions and the networks they form; their units, looks and contact.

create schema organisations;

create table organisations.organisations (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('municipality', 'region', 'joint-board', 'project', 'region-circle')),
  code text unique check (code ~ '^[0-9]{2}([0-9]{2})?$'),
  name text not null collate "sv-x-icu",
  public_name text not null,
  county text check (county ~ '^[0-9]{2}$'),
  host text unique check (host = lower(host)),
  check ((code is null) = (kind in ('joint-board', 'project', 'region-circle')))
);
create index organisations_in_order on organisations.organisations (name, id);

call platform.open_table('organisations.organisations', 'select,insert,update', 'public facts: which organisations there are');

create table organisations.memberships (
  network_id text not null references organisations.organisations,
  member_id text not null references organisations.organisations,
  since timestamptz not null,
  primary key (network_id, member_id),
  check (network_id <> member_id)
);
create index memberships_of_member on organisations.memberships (member_id, network_id);

call platform.open_table('organisations.memberships', 'select,insert,delete', 'public facts: who is a member of which network');

create table organisations.units (
  organisation_id text not null references organisations.organisations,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null collate "sv-x-icu",
  primary key (organisation_id, id)
);

call platform.tenant_table('organisations.units');

-- What an organisation decides of its own public site. `example` marks what the demo world made up.
create table organisations.profiles (
  organisation_id text primary key references organisations.organisations,
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  phone text,
  email text,
  example boolean not null,
  changed_at timestamptz not null
);

call platform.tenant_table('organisations.profiles');
