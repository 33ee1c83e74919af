-- Guides as people at work read them: what runs at each organisation, what each person has read of it,
-- and the words that its blocks are found by.

create schema guides;

-- One row a guide in use: what lists and progress are made of, without its text. Written when a version
-- is taken in use, so that a list never opens a definition.
create table guides.shelf (
  organisation_id text not null,
  work_id text not null,
  version_id text not null,
  settings_number integer not null,
  readers text not null check (readers in ('everyone', 'staff')),
  subject text,
  title jsonb not null,
  title_sv text not null collate "sv-x-icu",
  -- The words of the title, which a misspelt question may be meant as.
  words text[] not null,
  summary jsonb,
  -- Sections with their steps in reading order: names and fingerprints of each step.
  outline jsonb not null,
  since timestamptz not null,
  primary key (organisation_id, work_id)
);
create index shelf_in_order on guides.shelf (organisation_id, title_sv);
-- Every page asks whether there is a guide for everyone, and every list counts by subject: neither reads the rows.
create index shelf_by_readers on guides.shelf (organisation_id, readers, subject);
call platform.tenant_table('guides.shelf');

-- What a person has read of a step. The fingerprints are of what stood there then: what everybody has in
-- common, and what is the organisation's own. It follows the person to other employers.
create table guides.reading (
  organisation_id text not null,
  person_id uuid not null,
  work_id text not null,
  step_id text not null,
  common_hash text not null,
  local_hash text not null,
  -- Fingerprint by element, so that what differs later can be pointed out.
  parts jsonb not null,
  at timestamptz not null,
  primary key (organisation_id, person_id, work_id, step_id)
);
create index reading_of_person on guides.reading (person_id, work_id);
call platform.tenant_table('guides.reading');
call platform.own_rows('guides.reading', 'person_id');

-- Where a person was last in a guide.
create table guides.places (
  organisation_id text not null,
  person_id uuid not null,
  work_id text not null,
  step_id text not null,
  at timestamptz not null,
  primary key (organisation_id, person_id, work_id)
);
create index places_of_person on guides.places (person_id);
call platform.tenant_table('guides.places');
call platform.own_rows('guides.places', 'person_id');

-- Quizzes that a person has passed; what was answered is not kept.
create table guides.passed (
  organisation_id text not null,
  person_id uuid not null,
  work_id text not null,
  quiz_id text not null,
  at timestamptz not null,
  primary key (organisation_id, person_id, work_id, quiz_id)
);
create index passed_of_person on guides.passed (person_id, work_id);
call platform.tenant_table('guides.passed');
call platform.own_rows('guides.passed', 'person_id');

-- What a search shows of each step and block in use.
create table guides.search_texts (
  organisation_id text not null,
  work_id text not null,
  -- Empty for the guide itself.
  element_id text not null,
  title jsonb not null,
  text jsonb not null,
  primary key (organisation_id, work_id, element_id)
);
call platform.tenant_table('guides.search_texts', 'select,insert,delete');

-- The words that they are found by, without text. Row security keeps PostgreSQL from using a
-- GIN index, since matching words is not leakproof, so each word begins with its organisation instead:
-- what one organisation asks for cannot meet what another has.
create table guides.search_rows (
  organisation_id text not null,
  work_id text not null,
  element_id text not null,
  -- The step that the element stands in; empty for the guide itself.
  step_id text not null,
  readers text not null check (readers in ('everyone', 'staff')),
  vector tsvector not null,
  primary key (organisation_id, work_id, element_id)
);
create index search_rows_words on guides.search_rows using gin (vector) with (fastupdate = off);

create trigger only_own_rows before insert or update or delete on guides.search_rows
  for each row execute function platform.only_own_rows();
call platform.open_table('guides.search_rows', 'select,insert,delete',
  'words of guides in use, for search, read through one door; each word begins with its organisation');
call platform.at_restore('guides.search_rows', 'goes-back', 'they are the words of the guides in use, which go back');

-- Which steps and blocks of the guides in use help with which task, without their text: every page asks whether
-- there is something for it, also those that belong to no organisation.
create table guides.tasks (
  organisation_id text not null,
  work_id text not null,
  step_id text not null,
  -- The block, or the step's own id where the whole step helps.
  element_id text not null,
  task text not null,
  readers text not null check (readers in ('everyone', 'staff')),
  primary key (organisation_id, work_id, element_id, task)
);
create index tasks_by_key on guides.tasks (organisation_id, task);
create trigger only_own_rows before insert or update or delete on guides.tasks
  for each row execute function platform.only_own_rows();
call platform.open_table('guides.tasks', 'select,insert,delete',
  'which steps of guides in use help with which task; ids alone, asked by every page');
call platform.at_restore('guides.tasks', 'goes-back', 'they are about the guides in use, which go back');
