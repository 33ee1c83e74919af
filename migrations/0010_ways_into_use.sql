-- How a variant's versions go into use: by four eyes, and on a day that was set.
create table commons.use_rules (
  organisation_id text not null,
  work_id text not null,
  -- Whoever wrote a version does not take it in use.
  four_eyes boolean not null,
  planned_number integer check (planned_number > 0),
  planned_from date,
  planned_by uuid,
  planned_by_name text,
  -- Why the plan could not be carried out; null while it waits.
  failed text,
  primary key (organisation_id, work_id),
  check ((planned_number is null) = (planned_from is null)),
  check ((planned_number is null) = (planned_by_name is null))
);
create index use_rules_planned on commons.use_rules (organisation_id, planned_from) where planned_from is not null;
call platform.tenant_table('commons.use_rules');
