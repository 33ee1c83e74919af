-- Which files an organisation may name: those that it has put in, and those that came with what it may read. The
-- bytes are found by their hash alone, so that whoever knew a hash would have the file if nobody asked here.
create table platform.files (
  organisation_id text not null,
  -- SHA-256, hexadecimal.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  saved_at timestamptz not null,
  primary key (organisation_id, hash)
);
create index files_by_hash on platform.files (hash);
call platform.tenant_table('platform.files');
-- What ships with Kommons is everybody's to name, and nobody's but Kommons's to put in.
create policy kommons_itself on platform.files for select to public using (organisation_id = 'kommons');

-- The files that stand in a definition.
create function commons.files_in(definition jsonb) returns text[]
  language sql immutable parallel safe
  return (
    select coalesce(array_agg(distinct found[1]), '{}')
    from regexp_matches(definition::text, '"sha256-([0-9a-f]{64})"', 'g') as found
  );
grant execute on function commons.files_in(jsonb) to kommons_app;

-- Asked when somebody copies a picture out of the library.
create index library_publications_files on commons.library_publications using gin (commons.files_in(definition));

-- What was named before anybody asked stays named.
select set_config('kommons.maintenance', 'on', true);
insert into platform.files (organisation_id, hash, saved_at)
select distinct organisation_id, unnest(commons.files_in(definition)), now() from commons.definitions;
select set_config('kommons.maintenance', '', true);
