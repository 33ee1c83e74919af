-- Spreadsheets that are on their way into the register: read, looked at, and only then taken in.

create table systems.sheets (
  organisation_id text not null,
  id uuid not null,
  name text not null,
  made_at timestamptz not null,
  made_by text not null,
  -- What was read of it, sheet by sheet; the file itself is not kept. Deleted with the row after 30 days.
  content jsonb not null,
  answers jsonb not null,
  state text not null check (state in ('open', 'taking', 'taken', 'given-up')),
  -- How the usages that it made and changed are found, and undone, together.
  batch uuid,
  taken_at timestamptz,
  -- How many rows it made, changed and left, once it is taken in.
  summary jsonb,
  primary key (organisation_id, id),
  check (state = 'open' or batch is not null)
);
create index sheets_by_age on systems.sheets (organisation_id, made_at);
call platform.tenant_table('systems.sheets');

-- A large sheet is taken in step by step; what is done is done, whatever becomes of the process.
create table systems.sheet_steps (
  organisation_id text not null,
  sheet_id uuid not null,
  n integer not null check (n > 0),
  acts jsonb not null,
  done_at timestamptz,
  primary key (organisation_id, sheet_id, n),
  foreign key (organisation_id, sheet_id) references systems.sheets on delete cascade
);
call platform.tenant_table('systems.sheet_steps');

-- What columns have been said to mean, for the next sheet; empty for one that is left out.
create table systems.sheet_heads (
  organisation_id text not null,
  head text not null,
  target text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, head)
);
call platform.tenant_table('systems.sheet_heads');
