-- How other programs follow the register: what has changed, in the order that transactions ended, and who is told.

-- Names the life of this database: a restore begins a new one, and whoever follows what changes begins anew.
create table systems.feed_epochs (
  one boolean primary key default true check (one),
  epoch uuid not null
);
create function systems.new_epoch() returns trigger
language plpgsql as $$
begin
  new.epoch := gen_random_uuid();
  return new;
end $$;
create trigger new_epoch before insert or update on systems.feed_epochs
  for each row execute function systems.new_epoch();
insert into systems.feed_epochs (epoch) values (gen_random_uuid());
call platform.open_table('systems.feed_epochs', 'select', 'one row that is about no organisation');

-- Rows of usages never go away but when a backup is put back: what was there may be gone without a trace.
create function systems.begin_epoch() returns trigger
language plpgsql as $$
begin
  update systems.feed_epochs set epoch = gen_random_uuid() where one;
  return null;
end $$;
create trigger begin_epoch after delete on systems.usages
  for each statement execute function systems.begin_epoch();

-- The transaction that wrote a row last, whoever wrote it and however: a restore too.
create function systems.changed_in_now() returns trigger
language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;

alter table systems.usages add column changed_in xid8 not null default pg_current_xact_id();
create trigger changed_in_now before insert or update on systems.usages
  for each row execute function systems.changed_in_now();
create index usages_changed on systems.usages (organisation_id, changed_in, id);

-- What became of what is shown, one row for each kind of reader: it changes when what that kind of reader sees does, and
-- not when something else of the usage does. `shown` is a digest of what is seen; null where nothing is any more.
create table systems.shown_changes (
  organisation_id text not null,
  usage_id uuid not null,
  user_id text not null,
  reader text not null,
  shown text,
  changed_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id(),
  -- What is shown and gone within one transaction was never seen by anybody.
  first_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, usage_id, user_id, reader)
);
create index shown_changes_in_order on systems.shown_changes (reader, changed_in, usage_id, user_id);
create index shown_changes_gone on systems.shown_changes (organisation_id, changed_at) where shown is null;
create trigger changed_in_now before insert or update on systems.shown_changes
  for each row execute function systems.changed_in_now();
create trigger only_own_rows before insert or update or delete on systems.shown_changes
  for each row execute function platform.only_own_rows();
call platform.open_table('systems.shown_changes', 'select,insert,update,delete',
  'that what a kind of reader sees has changed, read through the same door as what it sees');
call platform.at_restore('systems.shown_changes', 'goes-back', 'it follows what is shown');

-- Where an organisation wants to be told. The secret that signs is not here: it is made from the installation's own key.
create table systems.webhooks (
  organisation_id text not null,
  id uuid not null,
  address text not null check (address <> ''),
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Which secret signs, and which did before and still holds until a time.
  generation integer not null check (generation > 0),
  previous_until timestamptz,
  -- The generation whose secret has been shown: each is shown once.
  shown integer not null default 0,
  -- How far in the log of the catalogue it has been told.
  catalogue_seen bigint not null,
  made_at timestamptz not null,
  made_by text not null,
  -- It has not answered for days, or asked to be left alone.
  resting_since timestamptz,
  primary key (organisation_id, id)
);
call platform.tenant_table('systems.webhooks');

-- What it is told: ids and addresses, never facts. What was sent goes when it has arrived; its digest stays.
create table systems.webhook_deliveries (
  organisation_id text not null,
  id uuid not null,
  webhook_id uuid not null,
  kind text not null,
  content jsonb,
  -- SHA-256 of the body as it was sent last.
  body_hash text,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'arrived', 'given-up')),
  attempts integer not null default 0,
  -- Of the last attempt: the answer's number, or why there was none.
  status integer,
  failure text,
  tried_at timestamptz,
  next_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, webhook_id) references systems.webhooks on delete cascade,
  check ((content is null) = (state = 'arrived'))
);
create index webhook_deliveries_in_order on systems.webhook_deliveries (organisation_id, webhook_id, at desc, id);
call platform.tenant_table('systems.webhook_deliveries');
