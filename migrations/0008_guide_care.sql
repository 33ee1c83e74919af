-- How guides are kept alive: who answers for each and when it is looked over, what readers say of it.

-- A row a guide that somebody has taken on; others follow the definition's own months.
create table guides.care (
  organisation_id text not null,
  work_id text not null,
  -- Whoever answers for it, and where reminders go.
  owner_name text,
  owner_email text,
  -- The last day to look it over.
  review_on date not null,
  reviewed_on date,
  reviewed_by text,
  -- Days before `review_on` of the last reminder that was sent for it; null before the first.
  reminded integer,
  primary key (organisation_id, work_id)
);
create index care_in_order on guides.care (organisation_id, review_on);
call platform.tenant_table('guides.care');

-- Whether a step helped, once a person at work; those outside are not known.
create table guides.answers (
  organisation_id text not null,
  id uuid not null,
  work_id text not null,
  step_id text not null,
  person_id uuid,
  helped boolean not null,
  at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index answers_once on guides.answers (organisation_id, work_id, step_id, person_id)
  where person_id is not null;
call platform.tenant_table('guides.answers');

-- What readers write to those who answer for a guide.
create table guides.notes (
  organisation_id text not null,
  id uuid not null,
  work_id text not null,
  step_id text not null,
  -- The block that it is about, or the step's own id.
  element_id text not null,
  text text not null,
  -- Who wrote it, where that is known.
  author_name text,
  author_person uuid,
  -- The organisation that sent it on to us, and its own note there.
  sent_on_by text,
  from_note_id uuid,
  -- The organisation that we sent it on to.
  sent_on_to text,
  at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (organisation_id, id)
);
create index notes_open on guides.notes (organisation_id, answered_at, at);
create index notes_of_work on guides.notes (organisation_id, work_id, step_id);
call platform.tenant_table('guides.notes');
