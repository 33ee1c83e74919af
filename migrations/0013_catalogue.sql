-- What the catalogue of systems remembers beside its records: what was shipped last, and which likenesses are none.

-- Each record as a release last brought it: what of it has changed in the next is told by this, so that what a
-- curator has changed is not overwritten.
create table systems.shipped_records (
  kind text not null check (kind in ('supplier', 'product', 'taxonomy')),
  id text not null,
  record jsonb not null,
  primary key (kind, id)
);
call platform.open_table('systems.shipped_records', 'select,insert,update', 'public facts that came with a release');

-- Two records that look alike and are not the same, as a curator has said.
create table systems.different_records (
  kind text not null check (kind in ('supplier', 'product')),
  one text not null,
  other text not null,
  at timestamptz not null,
  -- Organisation and person by id.
  said_by text not null,
  actor text not null,
  primary key (kind, one, other),
  check (one collate "C" < other collate "C")
);
call platform.open_table('systems.different_records', 'select,insert', 'about records of the public catalogue');
