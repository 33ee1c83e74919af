-- The guide of the month: what has helped others most in a network, and what its members vote for.

-- How many readers a guide in use has helped in a month, at one organisation. Numbers alone, open since the
-- networks add them up; counted again every night.
create table guides.month_counts (
  organisation_id text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  work_id text not null,
  helped integer not null check (helped >= 0),
  primary key (organisation_id, month, work_id)
);
create trigger only_own_rows before insert or update or delete on guides.month_counts
  for each row execute function platform.only_own_rows();
call platform.open_table('guides.month_counts', 'select,insert,update,delete',
  'how many a guide has helped, added up over the members of a network; about nobody in particular');
call platform.at_restore('guides.month_counts', 'goes-back', 'they are counted again every night');

-- One vote a member and month in each network.
create table guides.month_votes (
  organisation_id text not null,
  network_id text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  work_id text not null,
  at timestamptz not null,
  primary key (organisation_id, network_id, month)
);
create index month_votes_of_network on guides.month_votes (network_id, month);
create trigger only_own_rows before insert or update or delete on guides.month_votes
  for each row execute function platform.only_own_rows();
call platform.open_table('guides.month_votes', 'select,insert,update',
  'what members of a network vote for, which all of them may see; no person is named');
call platform.at_restore('guides.month_votes', 'stays', 'a vote that was counted stands');

-- What a network gives to the guide of the month, and to whom.
create table guides.month_prizes (
  organisation_id text not null primary key,
  kronor integer not null check (kronor between 0 and 1000000),
  receiver text not null,
  since timestamptz not null
);
create trigger only_own_rows before insert or update or delete on guides.month_prizes
  for each row execute function platform.only_own_rows();
call platform.open_table('guides.month_prizes', 'select,insert,update,delete',
  'the prize that a network has announced, which its members read');
call platform.at_restore('guides.month_prizes', 'goes-back', 'the members only read it');
