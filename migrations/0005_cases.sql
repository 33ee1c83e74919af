-- Casework: each case with what was answered, what is asked and said, its decision, and its history.

create schema cases;

-- The last number given out. Its row is locked while a case is opened, so numbers have no gaps.
create table cases.counters (
  organisation_id text not null references organisations.organisations,
  prefix text not null,
  year integer not null,
  last integer not null check (last >= 0),
  primary key (organisation_id, prefix, year)
);
call platform.tenant_table('cases.counters', 'select, insert, update');

create table cases.cases (
  organisation_id text not null references organisations.organisations,
  id uuid not null,
  number text not null,
  -- Null for a report made without signing in.
  person_id uuid,
  contact jsonb not null,
  work_id text not null,
  work_title jsonb not null,
  version_id text not null,
  version_number integer not null,
  settings_number integer not null,
  title jsonb not null,
  language text not null check (language in ('sv', 'en')),
  process jsonb not null,
  choices jsonb not null,
  appeal jsonb,
  answers jsonb not null,
  -- The answers that say whom or what the case concerns, frozen with it.
  concerns jsonb not null,
  opened_at timestamptz not null,
  opened_on date not null,
  state_kind text not null check (state_kind in ('received', 'working', 'waiting', 'decided', 'closed')),
  state_id text not null,
  state_title jsonb not null,
  state_since date not null,
  back_state_id text,
  completion_id uuid,
  completion_asked_on date,
  completion_due_on date,
  handler_id uuid,
  handler_name text,
  paused_days integer not null default 0 check (paused_days >= 0),
  unanswered_on date,
  completed_on date,
  drafted_on date,
  -- What is to be done next, as the module decided it when the case last changed.
  next_act text not null,
  next_on date,
  next_since date not null,
  step_now integer not null,
  step_count integer not null,
  decided_on date,
  closed_on date,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  check ((handler_id is null) = (handler_name is null)),
  check ((state_kind = 'waiting') = (completion_id is not null)),
  check ((completion_id is null) = (back_state_id is null)),
  check ((completion_id is null) = (completion_asked_on is null)),
  check ((completion_id is null) = (completion_due_on is null)),
  check ((state_kind in ('decided', 'closed')) = (decided_on is not null)),
  check ((state_kind = 'closed') = (closed_on is not null))
);
create index cases_to_do on cases.cases (organisation_id, next_on, number) where state_kind <> 'closed';
create index cases_of_handler on cases.cases (organisation_id, handler_id, next_on) where handler_id is not null;
create index cases_of_person on cases.cases (person_id, opened_at) where person_id is not null;
call platform.tenant_table('cases.cases', 'select, insert, update');
call platform.own_rows('cases.cases', 'person_id');

-- person_id in the tables below is the applicant's, so that it is the applicant's own row.
create table cases.messages (
  organisation_id text not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  sender text not null check (sender in ('applicant', 'staff')),
  author_id uuid,
  author_name text not null,
  text text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases.cases
);
create index messages_of_case on cases.messages (organisation_id, case_id, at);
call platform.tenant_table('cases.messages', 'select, insert');
call platform.own_rows('cases.messages', 'person_id');

create table cases.completions (
  organisation_id text not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  text text not null,
  due_on date not null,
  answered_at timestamptz,
  answer text,
  -- The case was decided without an answer.
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases.cases,
  check ((answered_at is null) = (answer is null)),
  check (answered_at is null or ended_at is null)
);
-- One thing at a time is asked of an applicant.
create unique index one_open_completion on cases.completions (organisation_id, case_id)
  where answered_at is null and ended_at is null;
create index completions_of_case on cases.completions (organisation_id, case_id, asked_at);
call platform.tenant_table('cases.completions', 'select, insert, update');
call platform.own_rows('cases.completions', 'person_id');

-- What is being written before the decision is made.
create table cases.decision_drafts (
  organisation_id text not null,
  case_id uuid not null,
  choice_id text,
  reasons text not null,
  revision integer not null check (revision > 0),
  saved_at timestamptz not null,
  saved_by uuid not null,
  saved_by_name text not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references cases.cases
);
call platform.tenant_table('cases.decision_drafts');

-- One decision a case, never changed: the key says so.
create table cases.decisions (
  organisation_id text not null,
  case_id uuid not null,
  id uuid not null,
  person_id uuid,
  choice_id text not null,
  outcome text not null check (outcome in ('approved', 'partly', 'rejected', 'closed')),
  label jsonb not null,
  text jsonb not null,
  -- As the case worker wrote them.
  reasons text not null,
  appeal jsonb,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_by_name text not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references cases.cases
);
call platform.tenant_table('cases.decisions', 'select, insert');
call platform.own_rows('cases.decisions', 'person_id');

create table cases.notes (
  organisation_id text not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  text text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases.cases
);
create index notes_of_case on cases.notes (organisation_id, case_id, at);
call platform.tenant_table('cases.notes', 'select, insert');

create table cases.files (
  organisation_id text not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  sender text not null check (sender in ('applicant', 'staff')),
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  hash text not null,
  label text not null,
  message_id uuid,
  completion_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references cases.cases,
  foreign key (organisation_id, message_id) references cases.messages,
  foreign key (organisation_id, completion_id) references cases.completions
);
create index files_of_case on cases.files (organisation_id, case_id, at);
call platform.tenant_table('cases.files', 'select, insert');
call platform.own_rows('cases.files', 'person_id');

-- What happened, for those who read the case: codes and names of steps, never what people wrote.
create table cases.history (
  organisation_id text not null,
  case_id uuid not null,
  n integer not null check (n > 0),
  person_id uuid,
  kind text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('applicant', 'staff')),
  actor_name text not null,
  detail text,
  primary key (organisation_id, case_id, n),
  foreign key (organisation_id, case_id) references cases.cases
);
call platform.tenant_table('cases.history', 'select, insert');
call platform.own_rows('cases.history', 'person_id');
