-- An edition of a list can be taken back, as every other fact can.
update fact_tables set is_identity = false where name = 'source_editions';
--> statement-breakpoint
-- Errors of the functions below, besides those of registry_apply: PR403 (this person may not decide
-- this import), PR404 (no such import), PR410 (it is not in the state for it), PR412 (what would be
-- recorded is not what was approved).

-- Puts a compared import before a second person. What was proposed is told by its digest.
create function list_import_propose(p_id text, p_by text, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_import list_imports;
begin
  select i.* into v_import from list_imports i where i.id = p_id for update;
  if not found then
    raise exception 'there is no such import' using errcode = 'PR404';
  end if;
  if v_import.state <> 'compared' or v_import.needs_comparing then
    raise exception 'the import cannot be proposed as it is' using errcode = 'PR410';
  end if;
  insert into list_import_rounds (import_id, round, proposed_by, proposed_at, reason, digest)
  select p_id, count(*) + 1, p_by, clock_timestamp(), p_reason, v_import.comparison ->> 'digest'
  from list_import_rounds r where r.import_id = p_id;
  update list_imports i set state = 'proposed', problem = null where i.id = p_id;
  return true;
end
$$;
--> statement-breakpoint
-- Decides the waiting round once. An approval is somebody else's, a withdrawal the proposer's own.
create function list_import_decide(p_id text, p_decision proposal_decision, p_by text, p_reason text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_import list_imports;
  v_round list_import_rounds;
begin
  select i.* into v_import from list_imports i where i.id = p_id for update;
  if not found then
    raise exception 'there is no such import' using errcode = 'PR404';
  end if;
  if v_import.state <> 'proposed' then
    raise exception 'the import is not waiting for a decision' using errcode = 'PR410';
  end if;
  select r.* into strict v_round from list_import_rounds r
  where r.import_id = p_id order by r.round desc limit 1;
  if (p_by = v_round.proposed_by) <> (p_decision = 'withdrawn') then
    raise exception 'this is not for this person to decide' using errcode = 'PR403';
  end if;
  update list_import_rounds r
  set decision = p_decision, decided_by = p_by, decided_at = clock_timestamp(), decision_reason = p_reason
  where r.import_id = p_id and r.round = v_round.round;
  update list_imports i
  set state = case when p_decision = 'approved' then 'publishing' else 'compared' end::import_state,
    step = null, done = null, total = null, beat_at = clock_timestamp()
  where i.id = p_id;
  return true;
end
$$;
--> statement-breakpoint
-- Records a staged batch as the difference that a second person approved, or nothing. The log names
-- both persons.
create function list_import_publish(p_id text, p_batch text, p_expect jsonb, p_digest text)
returns table (first_entry bigint, size bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_import list_imports;
  v_round list_import_rounds;
  v_done record;
begin
  select i.* into v_import from list_imports i where i.id = p_id for update;
  if not found then
    raise exception 'there is no such import' using errcode = 'PR404';
  end if;
  if v_import.state <> 'publishing' then
    raise exception 'the import is not approved' using errcode = 'PR410';
  end if;
  select r.* into strict v_round from list_import_rounds r
  where r.import_id = p_id order by r.round desc limit 1;
  if v_round.decision is distinct from 'approved' or v_round.digest <> p_digest then
    raise exception 'the difference is not the one that was approved' using errcode = 'PR412';
  end if;
  select * into strict v_done
  from registry_apply(p_batch, v_round.proposed_by || ':' || v_round.decided_by, p_expect);
  update list_imports i
  set state = 'published', first_entry = v_done.first_entry, published_at = v_done.recorded_at,
    entries = v_done.size - v_done.first_entry, problem = null, step = null, done = null, total = null
  where i.id = p_id;
  delete from list_import_files f where f.import_id = p_id;
  return query select v_done.first_entry, v_done.size, v_done.recorded_at;
end
$$;
--> statement-breakpoint
revoke execute on function list_import_propose(text, text, text) from public;
--> statement-breakpoint
revoke execute on function list_import_decide(text, proposal_decision, text, text) from public;
--> statement-breakpoint
revoke execute on function list_import_publish(text, text, jsonb, text) from public;
--> statement-breakpoint
grant execute on function list_import_propose(text, text, text) to pastikan_service;
--> statement-breakpoint
grant execute on function list_import_decide(text, proposal_decision, text, text) to pastikan_service;
--> statement-breakpoint
grant execute on function list_import_publish(text, text, jsonb, text) to pastikan_service;
--> statement-breakpoint
grant select, insert on list_imports to pastikan_service;
--> statement-breakpoint
-- Not what was asked for, who asked, or what was published.
grant update (columns, sheet, accept_missing, state, step, done, total, beat_at, problem, file,
  comparison, needs_comparing) on list_imports to pastikan_service;
--> statement-breakpoint
grant select, insert, delete on list_import_files, list_import_rows to pastikan_service;
--> statement-breakpoint
grant select, insert, update, delete on list_import_decisions to pastikan_service;
--> statement-breakpoint
grant select on list_import_rounds to pastikan_service;
