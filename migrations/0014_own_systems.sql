-- What an organisation has chosen for its own systems, and what it has been reminded of.

-- The columns that its systems are filled in by, as a sheet.
create table systems.sheet_columns (
  organisation_id text primary key,
  columns text[] not null check (cardinality(columns) > 0),
  changed_at timestamptz not null
);
call platform.tenant_table('systems.sheet_columns');

-- Reminders that are sent, so that each is sent once: about a confirmation or a notice, for the day it falls on.
create table systems.reminders (
  organisation_id text not null,
  usage_id uuid not null,
  kind text not null check (kind in ('confirm', 'notice')),
  due date not null,
  -- Days ahead: 180, 90 or 30 of a notice; 0 of a confirmation.
  ahead integer not null check (ahead >= 0),
  sent_at timestamptz not null,
  primary key (organisation_id, usage_id, kind, due, ahead),
  foreign key (organisation_id, usage_id) references systems.usages
);
call platform.tenant_table('systems.reminders', 'select,insert');
