-- What large batches paid for once a row, paid once a batch or by a cheaper form of the same rule.
-- Percentages are of the time that 900,000 changes took.

-- Texts of one length cost a GiST index a tenth of the time; their 64-bit hashes cost little. Two that
-- share a hash would at worst refuse what may be recorded, with a chance of one in 10^19 a pair.
alter table licence_periods
  drop constraint licence_periods_no_overlap,
  add constraint licence_periods_no_overlap exclude using gist (
    hashtextextended(agency_id, 0) with =, kind with =, hashtextextended(licence_id, 0) with <>,
    valid with &&);
--> statement-breakpoint
-- As before; a regular expression on each row took 5 %.
alter table registry_log
  drop constraint registry_log_recorded_by,
  add constraint registry_log_recorded_by check (
    octet_length(recorded_by) between 1 and 80
    and btrim(recorded_by, 'abcdefghijklmnopqrstuvwxyz0123456789_:.-') = '');
--> statement-breakpoint
-- What was appended is told by the nodes that are not there yet, instead of by a copy of every entry.
-- A gap leaves a pair incomplete, which registry_log_add_nodes refuses.
create or replace function registry_log_appended() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  covered bigint;
  appended bigint;
begin
  select coalesce(max(n.index) + 1, 0) * 2 into covered from registry_log_node n where n.level = 1;
  select coalesce(max(l.idx) + 1, 0) into appended from registry_log l;
  perform registry_log_add_nodes(covered, appended);
  return null;
end
$$;
--> statement-breakpoint
drop trigger registry_log_appended on registry_log;
--> statement-breakpoint
create trigger registry_log_appended after insert on registry_log
for each statement execute function registry_log_appended();
--> statement-breakpoint
-- As before, except that each kind of fact is read by the index, and that licences too are checked
-- once a batch for the agency that they refer to.
create or replace function registry_apply(p_batch text, p_recorded_by text, p_expect jsonb default null)
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
  v_is_known boolean;
  v_at timestamptz;
  v_stamp text;
  v_table text;
  v_columns text[];
  v_column text;
  v_referred text;
  v_missing text;
  v_marked bigint := 0;
  v_rows bigint;
  v_expected record;
  v_kinds text[];
  v_tables constant text[] := array(select f.name from fact_tables f order by f.rank);
  v_identities constant text[] := array(select f.name from fact_tables f where f.is_identity);
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
    coalesce(bool_and(s.kind = any (v_tables)), true)
  into v_count, v_highest, v_supersedes, v_is_known
  from staged_changes s where s.batch = p_batch;
  -- The planner does not know yet how large the tables become: on what it takes for small ones it
  -- would compare every row of a large batch with every other. Ends with this function.
  if v_count > 1000 then
    perform set_config('enable_nestloop', 'off', true);
  end if;
  if v_count > 0 and v_highest <> v_count - 1 then
    raise exception 'the staged batch has gaps' using errcode = 'PR409';
  end if;
  if not v_is_known then
    raise exception 'the staged batch holds an unknown kind of fact' using errcode = 'PR409';
  end if;

  -- One look into the index for each, where the distinct kinds would need every row.
  v_kinds := array(
    select t.name from unnest(v_tables) t (name)
    where (select true from staged_changes s where s.batch = p_batch and s.kind = t.name limit 1));

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
    select array_agg(quote_ident(a.attname) order by a.attnum) into v_columns
    from pg_attribute a
    where a.attrelid = ('public.' || quote_ident(v_table))::regclass and a.attnum > 0
      and not a.attisdropped and a.attname <> 'entry';
    -- Read in the subquery once a row: as a function in FROM it would cost twice the time.
    execute format(
      'insert into %1$I (entry, %2$s)
       select s.entry, (s.r).%3$s from (
         select $1 + s.n as entry, jsonb_populate_record(null::%1$I,
           case when s.private is null then s.fact::jsonb -> ''row''
           else (s.fact::jsonb -> ''row'') || s.private end) as r
         from staged_changes s
         where s.batch = $2 and s.kind = %4$L and not s.retracts
         order by s.n
         offset 0
       ) s',
      v_table, array_to_string(v_columns, ', '), array_to_string(v_columns, ', (s.r).'), v_table)
      using v_from, p_batch;
    -- A foreign key would ask once a row; this asks once a batch.
    for v_column, v_referred in values
      ('agency_id', 'agencies'), ('licence_id', 'licences'), ('source_id', 'sources')
    loop
      continue when not v_column = any (v_columns);
      execute format(
        'select t.%1$I from (select distinct %1$I from %2$I where entry >= $1) t
         where t.%1$I is not null and not exists (select from %3$I r where r.id = t.%1$I) limit 1',
        v_column, v_table, v_referred) into v_missing using v_from;
      if v_missing is not null then
        raise exception 'a change refers to % that is not there', v_missing
          using errcode = 'foreign_key_violation';
      end if;
    end loop;
  end loop;

  if 'licence_events' = any (v_kinds) then
    perform registry_renew_periods(array(
      select e.licence_id from licence_events e where e.entry >= v_from
      union
      select e.licence_id
      from staged_changes s, unnest(s.supersedes) old join licence_events e on e.entry = old
      where s.batch = p_batch and s.kind = 'licence_events' and s.supersedes is not null));
  end if;

  update registry_head set size = v_from + v_count, recorded_at = v_at where v_count > 0;
  delete from staged_changes s where s.batch = p_batch;
  return query select v_from, v_from + v_count, v_at;
end
$$;
