-- Suppliers as organisations of their own: what they say of their products and whom they say are their customers, and
-- the little that they are told.

alter table organisations.organisations
  drop constraint organisations_kind_check,
  drop constraint organisations_check,
  add constraint organisations_kind_check
    check (kind in ('municipality', 'region', 'joint-board', 'project', 'region-circle', 'supplier')),
  add constraint organisations_check
    check ((code is null) = (kind in ('joint-board', 'project', 'region-circle', 'supplier')));

-- A supplier is no part of the public sector: nobody has another role there, and no network has it as a member.
create function identity.only_suppliers_at_suppliers() returns trigger
language plpgsql as $$
begin
  if new.role <> 'supplier' and exists (
    select from organisations.organisations where id = new.organisation_id and kind = 'supplier') then
    raise exception 'whoever works at a supplier is a supplier' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_suppliers_at_suppliers before insert or update on identity.mandates
  for each row execute function identity.only_suppliers_at_suppliers();

create function organisations.no_supplier_in_networks() returns trigger
language plpgsql as $$
begin
  if exists (
    select from organisations.organisations where id in (new.network_id, new.member_id) and kind = 'supplier') then
    raise exception 'a supplier is a member of no network' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger no_supplier_in_networks before insert or update on organisations.memberships
  for each row execute function organisations.no_supplier_in_networks();

-- Which records of the catalogue a supplier looks after, with all products that they supply: several where it has
-- bought others. Written by curators and by whoever runs the installation.
create table systems.supplier_records (
  supplier_id text primary key references systems.suppliers,
  organisation_id text not null references organisations.organisations,
  since timestamptz not null
);
create index supplier_records_of on systems.supplier_records (organisation_id, supplier_id);
call platform.open_table('systems.supplier_records', 'select,insert,delete',
  'public facts: which supplier looks after which records');

-- What a supplier answers of its products and standards; its own word, shown as that.
create table systems.standard_answers (
  organisation_id text not null,
  product_id text not null references systems.products,
  standard text not null,
  answer text not null check (answer in ('meets', 'partly', 'no', 'not-relevant')),
  since_version text not null,
  evidence text not null,
  answered_at timestamptz not null,
  -- Its role as others read it: "Leverantör, Mallsta Digital".
  answered_by text not null,
  primary key (organisation_id, product_id, standard)
);
create index standard_answers_of_product on systems.standard_answers (product_id);
create trigger only_own_rows before insert or update or delete on systems.standard_answers
  for each row execute function platform.only_own_rows();
call platform.open_table('systems.standard_answers', 'select,insert,update,delete',
  'what a supplier says of its products to everybody');
call platform.at_restore('systems.standard_answers', 'goes-back', 'it is the supplier''s own word');

-- How many times a month the public sector has asked the catalogue for products that keep to a standard: not who.
create table systems.asked_standards (
  month date not null check (extract(day from month) = 1),
  standard text not null,
  n integer not null check (n > 0),
  primary key (month, standard)
);
call platform.open_table('systems.asked_standards', 'select,insert,update', 'about standards, and nobody who asks for them');

-- A supplier says that somebody is its customer.
create table systems.claims (
  organisation_id text not null,
  id uuid not null,
  to_organisation_id text not null references organisations.organisations,
  product_id text not null references systems.products,
  since date,
  author_id uuid not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, id)
);
create unique index claims_standing on systems.claims (organisation_id, to_organisation_id, product_id)
  where taken_back_at is null;
create index claims_in_order on systems.claims (organisation_id, at desc, id);
create index claims_received on systems.claims (to_organisation_id, at desc) where taken_back_at is null;
call platform.tenant_table('systems.claims', 'select,insert,update');
call commons.between_two('systems.claims', '{select}');
call platform.at_restore('systems.claims', 'stays', 'the customer has answered it, or has it to answer');

-- What the customer makes of it. The customer's own: no supplier's transaction sees a row of it, so that no, silence
-- and never looked at are the same.
create table systems.claim_answers (
  organisation_id text not null,
  claim_id uuid not null,
  answer text not null check (answer in ('confirmed', 'not-ours', 'unanswered')),
  -- The system in use that it is about, where one was named.
  usage_id uuid,
  answered_by uuid not null,
  at timestamptz not null,
  primary key (organisation_id, claim_id),
  foreign key (organisation_id, usage_id) references systems.usages,
  check (usage_id is null or answer = 'confirmed')
);
create index claim_answers_of_usage on systems.claim_answers (organisation_id, usage_id) where usage_id is not null;
call platform.tenant_table('systems.claim_answers');

-- Those that are confirmed now, and nothing else of them: all that the supplier is told.
create table systems.claim_confirmations (
  organisation_id text not null,
  claim_id uuid not null,
  to_organisation_id text not null,
  primary key (organisation_id, claim_id)
);
create index claim_confirmations_received on systems.claim_confirmations (to_organisation_id, claim_id);
call platform.tenant_table('systems.claim_confirmations', 'select,insert,delete');
call commons.between_two('systems.claim_confirmations', '{select}');
call platform.at_restore('systems.claim_confirmations', 'goes-back', 'the supplier only reads it: it follows the answers');

-- Whoever wants to hear of no claims at all.
create table systems.claim_silence (
  organisation_id text primary key,
  since timestamptz not null
);
call platform.tenant_table('systems.claim_silence', 'select,insert,delete');

-- That the customer has confirmed what its supplier says, for those who see the system in use.
alter table systems.shown_usages add column claimed boolean not null default false;

-- How many use a product, in whole steps of five, counted once a month from what all of the public sector sees. What
-- happens between two counts changes nothing.
create table systems.product_counts (
  product_id text primary key references systems.products,
  month date not null check (extract(day from month) = 1),
  at_least integer not null check (at_least >= 0 and at_least % 5 = 0)
);
call platform.open_table('systems.product_counts', 'select,insert,update',
  'whole steps of five, without a word of who; each supplier is shown its own');

-- How far down the log of the catalogue a supplier has looked at what others have done to its records.
create table systems.supplier_visits (
  organisation_id text primary key,
  n bigint not null
);
call platform.tenant_table('systems.supplier_visits');

-- Suppliers' changes of what their products do, that a curator has looked at.
create table systems.changes_looked_over (
  n bigint primary key references systems.catalogue_log,
  at timestamptz not null,
  said_by text not null,
  actor text not null
);
call platform.open_table('systems.changes_looked_over', 'select,insert', 'about lines of the public log of the catalogue');
create index catalogue_log_by on systems.catalogue_log (organisation_id, n) where organisation_id is not null;
