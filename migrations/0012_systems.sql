-- The register of IT systems: the catalogue that all keep together, what each organisation uses, and what of it
-- others may see.

create schema systems;

-- Who cleans the catalogue: merges duplicates, undoes, takes in new editions of the taxonomy.
create table systems.curators (
  organisation_id text primary key,
  since timestamptz not null
);
call platform.open_table('systems.curators', 'select,insert,delete', 'which organisations clean the catalogue');

-- The catalogue. It is everybody's: public facts about products and those who supply them. A record that is merged
-- into another stays with all its names; reading follows `merged_into` to its end.
create table systems.suppliers (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null collate "sv-x-icu",
  record jsonb not null,
  merged_into text references systems.suppliers,
  -- The end of `merged_into`, or itself.
  stands_for text not null,
  example boolean not null,
  -- The organisation that made it; null for what shipped.
  made_by text,
  -- That it was added has been undone: nobody finds it, but who already uses it still sees its name.
  withdrawn boolean not null default false,
  changed_at timestamptz not null,
  check (merged_into <> id)
);
create index suppliers_in_order on systems.suppliers (name, id) where merged_into is null and not withdrawn;
create index suppliers_standing on systems.suppliers (stands_for);
call platform.open_table('systems.suppliers', 'select,insert,update', 'public facts: who supplies systems');

create table systems.products (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null collate "sv-x-icu",
  supplier_id text references systems.suppliers,
  -- Reference components: what it does.
  components text[] not null,
  record jsonb not null,
  merged_into text references systems.products,
  stands_for text not null,
  example boolean not null,
  made_by text,
  withdrawn boolean not null default false,
  -- Every name of the record and of those merged into it, and what it does: what the search reads.
  vector tsvector not null,
  words text[] not null,
  changed_at timestamptz not null,
  check (merged_into <> id)
);
alter table systems.products alter column vector set storage main;
create index products_in_order on systems.products (name, id) where merged_into is null and not withdrawn;
create index products_standing on systems.products (stands_for);
create index products_of_supplier on systems.products (supplier_id);
create index products_words on systems.products using gin (vector);
create index products_components on systems.products using gin (components);
call platform.open_table('systems.products', 'select,insert,update', 'public facts: products and what they do');

-- Everything that was done to the catalogue, in order, with what stood there before: whatever was done can be undone.
create table systems.catalogue_log (
  n bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamptz not null,
  -- Organisation and person by id; null for what shipped.
  organisation_id text,
  actor text not null,
  operation jsonb not null,
  -- The operation that this one undoes.
  undoes bigint unique references systems.catalogue_log
);
create index catalogue_log_of on systems.catalogue_log using gin ((operation -> 'touches'));
call platform.open_table('systems.catalogue_log', 'select,insert', 'how the public catalogue came to be as it is');

-- Which edition of the taxonomy an organisation reads its systems by, and where it goes its own way.
create table systems.taxonomy_choices (
  organisation_id text primary key,
  edition text not null,
  deviations jsonb not null,
  changed_at timestamptz not null
);
call platform.tenant_table('systems.taxonomy_choices');

-- What an organisation uses.
create table systems.usages (
  organisation_id text not null,
  id uuid not null,
  product_id text not null references systems.products,
  facts jsonb not null,
  secret boolean not null,
  -- The members of a joint body that it is registered for.
  members text[] not null,
  example boolean not null,
  revision integer not null check (revision > 0),
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id)
);
create index usages_of_product on systems.usages (organisation_id, product_id) where removed_at is null;
create index usages_unconfirmed on systems.usages (organisation_id, confirmed_at) where removed_at is null;
call platform.tenant_table('systems.usages', 'select,insert,update');

-- What became of each, line by line; a batch is undone as one.
create table systems.usage_changes (
  organisation_id text not null,
  usage_id uuid not null,
  n integer not null check (n > 0),
  at timestamptz not null,
  actor text not null,
  batch uuid not null,
  kind text not null check (kind in ('made', 'changed', 'confirmed', 'removed', 'restored')),
  -- Fields with their values before and after; what is not there was empty.
  was jsonb not null,
  became jsonb not null,
  primary key (organisation_id, usage_id, n)
);
create index usage_changes_in_order on systems.usage_changes (organisation_id, at desc, usage_id);
create index usage_changes_of_batch on systems.usage_changes (organisation_id, batch);
call platform.tenant_table('systems.usage_changes', 'select,insert');

-- From one system in use to another.
create table systems.flows (
  organisation_id text not null,
  id uuid not null,
  from_usage uuid not null,
  to_usage uuid not null,
  interface_id text,
  what text not null,
  frequency text not null check (frequency in ('live', 'hourly', 'daily', 'weekly', 'by-hand')),
  primary key (organisation_id, id),
  foreign key (organisation_id, from_usage) references systems.usages,
  foreign key (organisation_id, to_usage) references systems.usages,
  check (from_usage <> to_usage)
);
create index flows_from on systems.flows (organisation_id, from_usage);
create index flows_to on systems.flows (organisation_id, to_usage);
call platform.tenant_table('systems.flows');

-- What an organisation has decided to show to others than the fields' own audiences say.
create table systems.policies (
  organisation_id text primary key,
  audiences jsonb not null,
  changed_at timestamptz not null
);
call platform.tenant_table('systems.policies');

-- What others see: one row for each kind of reader who sees the same, holding nothing else than they may see, so that
-- no search, count, order or export can tell more. Read through one door that picks the rows of the reader.
create table systems.shown_usages (
  organisation_id text not null,
  usage_id uuid not null,
  -- The organisation that uses it: the same, or a member of the joint body.
  user_id text not null,
  readers text[] not null,
  product_id text not null,
  facts jsonb not null,
  -- What is searched and counted, taken out of the facts: null where these readers are not shown it.
  status text,
  version text,
  -- What it does here, where that differs from what the product does.
  components text[],
  -- The words of its local name.
  local tsvector,
  contract_ends date,
  notice_by date,
  price integer,
  example boolean not null,
  confirmed_at timestamptz not null,
  changed_at timestamptz not null,
  gone boolean not null default false,
  primary key (organisation_id, usage_id, user_id, readers)
);
-- One small index for each kind of reader: rows of those far from the reader are found by user or product, rows of those
-- near to it by organisation.
create index shown_to_sector_by_user on systems.shown_usages (user_id) where not gone and 'sector' = any(readers);
create index shown_to_sector_by_product on systems.shown_usages (product_id)
  where not gone and 'sector' = any(readers);
create index shown_to_sector_near on systems.shown_usages (organisation_id, user_id, product_id)
  where not gone and 'sector-near' = any(readers);
create index shown_to_municipality_by_user on systems.shown_usages (user_id)
  where not gone and 'municipality' = any(readers);
create index shown_to_municipality_by_product on systems.shown_usages (product_id)
  where not gone and 'municipality' = any(readers);
create index shown_to_municipality_near on systems.shown_usages (organisation_id, user_id, product_id)
  where not gone and 'municipality-near' = any(readers);
create index shown_usages_ending on systems.shown_usages (contract_ends) where not gone;
create index shown_usages_local on systems.shown_usages using gin (local) where not gone and local is not null;
create index shown_usages_components on systems.shown_usages using gin (components)
  where not gone and components is not null;
create trigger only_own_rows before insert or update or delete on systems.shown_usages
  for each row execute function platform.only_own_rows();
call platform.open_table('systems.shown_usages', 'select,insert,update,delete',
  'what each kind of reader may see of what is in use, read through one door that picks the reader''s rows');
call platform.at_restore('systems.shown_usages', 'goes-back', 'it follows from the usages, which go back');

-- What an organisation shows is another than before when its stamp is: what is remembered of it between questions is
-- read anew then, and only then. The transaction tells writes apart that were undone, the count those of one.
create table systems.shown_stamps (
  organisation_id text primary key,
  written_in xid8 not null,
  n integer not null
);
create trigger only_own_rows before insert or update or delete on systems.shown_stamps
  for each row execute function platform.only_own_rows();
call platform.open_table('systems.shown_stamps', 'select,insert,update',
  'that an organisation shows something else than before, and nothing of what');
call platform.at_restore('systems.shown_stamps', 'goes-back', 'it follows what is shown');
