-- What organisations say to each other about their systems: calls to join in buying, and questions.

-- An organisation that leads calls others to join. What is bought how is decided later, elsewhere.
create table systems.calls (
  organisation_id text not null,
  id uuid not null,
  title text not null check (title <> ''),
  text text not null,
  product_id text references systems.products,
  component text,
  area text,
  -- When the contracts end that it could take the place of.
  window_from date not null,
  window_to date not null,
  answer_by date not null,
  invited text[] not null check (cardinality(invited) > 0),
  author_id text not null,
  author_name text not null,
  -- The language that the author wrote in: what is answered comes in the same.
  language text not null check (language in ('sv', 'en')),
  at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  check (window_from <= window_to)
);
create index calls_in_order on systems.calls (organisation_id, at desc, id);
call platform.tenant_table('systems.calls', 'select,insert,update');

-- One for each that is invited, with what it answers. It holds a copy of the call: nobody reads another's rows.
create table systems.call_invitations (
  organisation_id text not null,
  call_id uuid not null,
  to_organisation_id text not null,
  call jsonb not null,
  at timestamptz not null,
  ended_at timestamptz,
  answer text check (answer in ('yes', 'perhaps', 'no')),
  -- How many or how much it would be for, in its own words.
  volume text,
  words text,
  answered_by text,
  answered_at timestamptz,
  primary key (organisation_id, call_id, to_organisation_id),
  foreign key (organisation_id, call_id) references systems.calls,
  check ((answer is null) = (answered_at is null))
);
create index call_invitations_received on systems.call_invitations (to_organisation_id, at desc);
call platform.tenant_table('systems.call_invitations', 'select,insert,update');
call commons.between_two('systems.call_invitations', '{select,update}');
call platform.at_restore('systems.call_invitations', 'stays', 'the invited has answered it, or has it to answer');

-- A question about a system in use, to those who are shown as the ones to ask, with their answer.
create table systems.questions (
  organisation_id text not null,
  id uuid not null,
  to_organisation_id text not null,
  usage_id uuid not null,
  product_id text not null references systems.products,
  text text not null check (text <> ''),
  author_id text not null,
  author_name text not null,
  -- The language that the author wrote in: what is answered comes in the same.
  language text not null check (language in ('sv', 'en')),
  at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (organisation_id, id),
  check ((answer is null) = (answered_at is null))
);
create index questions_received on systems.questions (to_organisation_id, at desc);
create index questions_in_order on systems.questions (organisation_id, at desc);
call platform.tenant_table('systems.questions', 'select,insert,update');
call commons.between_two('systems.questions', '{select,update}');
call platform.at_restore('systems.questions', 'stays', 'the receiver has answered it, or has it to answer');

-- Nobody answers in another's name, and nobody changes what they were asked.
create function systems.only_own_answer() returns trigger
language plpgsql as $$
declare
  own text[] := '{ended_at}';
begin
  if platform.in_maintenance(tg_relid) then
    return new;
  end if;
  if platform.current_organisation() = old.to_organisation_id then
    own := '{answer,volume,words,answered_by,answered_at}';
  end if;
  if (to_jsonb(old) - own) is distinct from (to_jsonb(new) - own) then
    raise exception 'only the answer is the receiver''s, and all but it the sender''s'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_own_answer before update on systems.call_invitations
  for each row execute function systems.only_own_answer();
create trigger only_own_answer before update on systems.questions
  for each row execute function systems.only_own_answer();
