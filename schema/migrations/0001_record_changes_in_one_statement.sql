create extension if not exists btree_gist;
--> statement-breakpoint
alter table licence_periods
  add constraint licence_periods_no_overlap
  exclude using gist (agency_id with =, kind with =, licence_id with <>, valid with &&),
  add constraint licence_periods_not_empty check (not isempty(valid));
--> statement-breakpoint
alter table registry_log
  add constraint registry_log_leaf_length check (octet_length(leaf) = 32),
  -- An entry bundle of a published log carries a 16-bit length.
  add constraint registry_log_body_length check (octet_length(body) <= 65535),
  add constraint registry_log_recorded_by check (recorded_by ~ '^[a-z0-9_:.-]{1,80}$');
--> statement-breakpoint
alter table registry_head add constraint registry_head_one check (one);
--> statement-breakpoint
insert into registry_head (one, size, recorded_at) values (true, 0, '-infinity');
--> statement-breakpoint
-- What is staged may be lost in a crash, and costs no log of its own.
alter table staged_changes set unlogged;
--> statement-breakpoint
-- Applies a staged batch: log entries, facts, superseded marks and licence periods, or nothing.
-- Two errors of its own: PR409 (a fact to supersede is not in force, or the batch has gaps) and
-- PR412 (a subject has changed since the caller read it; p_expect maps subject to its last entry,
-- or to null when it has none).
create function registry_apply(p_batch text, p_recorded_by text, p_expect jsonb default null)
returns table (first_entry bigint, size bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
-- Measured on 900,000 changes: compiling and spilling cost more than they spare.
set jit = off set work_mem = '32MB' set enable_nestloop = on as $$
#variable_conflict use_column
declare
  v_from bigint;
  v_count bigint;
  v_highest bigint;
  v_supersedes boolean;
  v_private boolean;
  v_at timestamptz;
  v_stamp text;
  v_table text;
  v_columns text;
  v_column text;
  v_referred text;
  v_missing text;
  v_marked bigint := 0;
  v_rows bigint;
  v_expected record;
  v_kinds text[];
  -- In this order because of the foreign keys among them.
  v_tables constant text[] := array[
    'sources', 'source_editions', 'agencies', 'agency_names', 'agency_identifiers',
    'agency_contacts', 'branches', 'representatives', 'authorised_destinations',
    'licences', 'licence_numbers', 'licence_events', 'licence_listings'
  ];
  v_identities constant text[] := array['sources', 'source_editions', 'agencies', 'licences'];
begin
  select h.size, greatest(clock_timestamp(), h.recorded_at) into strict v_from, v_at
  from registry_head h for update;

  for v_expected in select key as subject, (value #>> '{}')::bigint as entry from jsonb_each(p_expect) loop
    if v_expected.entry is distinct from
      (select max(l.idx) from registry_log l where l.subject = v_expected.subject) then
      raise exception 'the record has changed since it was read' using errcode = 'PR412';
    end if;
  end loop;

  select count(*), max(s.n), coalesce(bool_or(s.supersedes is not null), false),
    coalesce(bool_or(s.private is not null), false), array_agg(distinct s.kind)
  into v_count, v_highest, v_supersedes, v_private, v_kinds
  from staged_changes s where s.batch = p_batch;
  -- The planner does not know yet how large the tables become: on what it takes for small ones it
  -- would compare every row of a large batch with every other. Ends with this function.
  if v_count > 1000 then
    perform set_config('enable_nestloop', 'off', true);
  end if;
  if v_count > 0 and v_highest <> v_count - 1 then
    raise exception 'the staged batch has gaps' using errcode = 'PR409';
  end if;
  if not coalesce(v_kinds <@ v_tables, true) then
    raise exception 'the staged batch holds an unknown kind of fact' using errcode = 'PR409';
  end if;

  v_stamp := to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  insert into registry_log (idx, kind, subject, body, leaf, recorded_at, recorded_by)
  select e.idx, e.kind, e.subject, e.body,
    sha256('\x00'::bytea || convert_to(e.body, 'UTF8')), v_at, p_recorded_by
  from (
    select v_from + s.n as idx, s.kind, s.subject,
      '{"entry":' || (v_from + s.n) || ',"fact":' || s.fact
        || ',"recorded_at":"' || v_stamp || '","recorded_by":"' || p_recorded_by || '"'
        || coalesce(',"supersedes":' || array_to_json(s.supersedes)::text, '') || '}' as body
    from staged_changes s
    where s.batch = p_batch
    order by s.n
    -- So that the body is made once, not once for each use.
    offset 0
  ) e;

  if v_supersedes then
    foreach v_table in array v_tables loop
      continue when v_table = any (v_identities) or not v_table = any (v_kinds);
      execute format(
        'update %I f set superseded_by = $1 + s.n
         from staged_changes s, unnest(s.supersedes) old
         where s.batch = $2 and s.supersedes is not null and s.kind = %L
           and f.entry = old and f.superseded_by is null',
        v_table, v_table) using v_from, p_batch;
      get diagnostics v_rows = row_count;
      v_marked := v_marked + v_rows;
    end loop;
    select coalesce(sum(cardinality(s.supersedes)), 0) into v_rows
    from staged_changes s where s.batch = p_batch and s.supersedes is not null;
    if v_rows <> v_marked then
      raise exception 'a fact to be superseded is not in force' using errcode = 'PR409';
    end if;
  end if;

  foreach v_table in array v_tables loop
    continue when not v_table = any (v_kinds);
    select string_agg('(s.r).' || quote_ident(a.attname), ', ' order by a.attnum) into v_columns
    from pg_attribute a
    where a.attrelid = ('public.' || quote_ident(v_table))::regclass and a.attnum > 0
      and not a.attisdropped and a.attname <> 'entry';
    -- Read in the subquery once a row: as a function in FROM it would cost twice the time.
    execute format(
      'insert into %1$I (entry, %2$s)
       select s.entry, %3$s from (
         select $1 + s.n as entry, %4$s as r
         from staged_changes s
         where s.batch = $2 and s.kind = %5$L and not s.retracts
         order by s.n
         offset 0
       ) s',
      v_table, replace(v_columns, '(s.r).', ''), v_columns,
      case when v_private
        then format(
          'jsonb_populate_record(null::%I, (s.fact::jsonb -> ''row'') || coalesce(s.private, ''{}''))',
          v_table)
        else format('json_populate_record(null::%I, s.fact::json -> ''row'')', v_table)
      end,
      v_table) using v_from, p_batch;
    continue when v_table = any (v_identities);
    -- A foreign key would ask once a row; this asks once a batch.
    for v_column, v_referred in values
      ('agency_id', 'agencies'), ('licence_id', 'licences'), ('source_id', 'sources')
    loop
      continue when not v_column = any (string_to_array(replace(v_columns, '(s.r).', ''), ', '));
      execute format(
        'select t.%1$I from (select distinct %1$I from %2$I where entry >= $1) t
         where not exists (select from %3$I r where r.id = t.%1$I) limit 1',
        v_column, v_table, v_referred) into v_missing using v_from;
      if v_missing is not null then
        raise exception 'a change refers to % that is not there', v_missing
          using errcode = 'foreign_key_violation';
      end if;
    end loop;
  end loop;

  perform registry_renew_periods(array(
    select distinct s.fact::json #>> '{row,licence_id}'
    from staged_changes s
    where s.batch = p_batch and s.kind = 'licence_events'));

  update registry_head set size = v_from + v_count, recorded_at = v_at where v_count > 0;
  delete from staged_changes s where s.batch = p_batch;
  return query select v_from, v_from + v_count, v_at;
end
$$;
--> statement-breakpoint
-- Each grant or renewal opens a period, which ends with its term, with the next one, or with the
-- event that ended the licence.
create function registry_renew_periods(p_licences text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from licence_periods p where p.licence_id = any (p_licences);
  insert into licence_periods (licence_id, agency_id, kind, valid)
  -- The corrected events as a list and the later ones as a window: a join of either, planned before
  -- the batch is counted, compared every licence of a large list with every other.
  with happened as (
    select e.* from licence_events e
    where e.licence_id = any (p_licences) and e.superseded_by is null and e.type <> 'corrected'
      and e.id not in (
        select c.corrects from licence_events c
        where c.licence_id = any (p_licences) and c.corrects is not null and c.superseded_by is null)
  ), terms as (
    select e.licence_id, e.type, e.effective_on as opens,
      least(
        e.valid_until + 1,
        min(e.effective_on) filter (where e.type in ('granted', 'renewed', 'lapsed', 'revoked', 'surrendered')) over (
          partition by e.licence_id order by e.effective_on, e.entry
          rows between 1 following and unbounded following)
      ) as closes
    from happened e
  )
  select t.licence_id, l.agency_id, l.kind, daterange(t.opens, t.closes)
  from terms t join licences l on l.id = t.licence_id
  where t.type in ('granted', 'renewed') and (t.closes is null or t.closes > t.opens);
end
$$;
--> statement-breakpoint
-- One change or a few in one round trip: stages and applies them.
create function registry_record(p_recorded_by text, p_changes jsonb, p_expect jsonb default null)
returns table (first_entry bigint, size bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_batch constant text := gen_random_uuid()::text;
begin
  insert into staged_changes (batch, n, kind, subject, fact, private, supersedes, retracts)
  select v_batch, c.position - 1, r.kind, r.subject, r.fact, r.private, r.supersedes,
    coalesce(r.retracts, false)
  from jsonb_array_elements(p_changes) with ordinality as c (change, position),
    jsonb_to_record(c.change) as r
      (kind text, subject text, fact text, private jsonb, supersedes bigint[], retracts boolean);
  return query select * from registry_apply(v_batch, p_recorded_by, p_expect);
end
$$;
--> statement-breakpoint
do $$
begin
  create role pastikan_service nologin;
exception when duplicate_object or unique_violation then null;
end
$$;
--> statement-breakpoint
revoke all on all tables in schema public from public;
--> statement-breakpoint
revoke execute on function registry_apply(text, text, jsonb) from public;
--> statement-breakpoint
revoke execute on function registry_record(text, jsonb, jsonb) from public;
--> statement-breakpoint
revoke execute on function registry_renew_periods(text[]) from public;
--> statement-breakpoint
grant usage on schema public to pastikan_service;
--> statement-breakpoint
grant select on all tables in schema public to pastikan_service;
--> statement-breakpoint
grant insert, delete on staged_changes to pastikan_service;
--> statement-breakpoint
grant execute on function registry_apply(text, text, jsonb) to pastikan_service;
--> statement-breakpoint
grant execute on function registry_record(text, jsonb, jsonb) to pastikan_service;
