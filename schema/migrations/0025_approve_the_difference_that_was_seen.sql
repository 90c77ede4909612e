drop function list_import_decide(text, proposal_decision, text, text);
--> statement-breakpoint
-- Decides the waiting round once. An approval is somebody else's, a withdrawal the proposer's own. Who
-- approves tells the digest of what they saw: between a page and a click a list may have been withdrawn,
-- changed and proposed again (PR412).
create function list_import_decide(
  p_id text, p_decision proposal_decision, p_by text, p_reason text, p_digest text)
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
  if p_decision = 'approved' and p_digest is distinct from v_round.digest then
    raise exception 'the difference is not the one that was seen' using errcode = 'PR412';
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
revoke execute on function list_import_decide(text, proposal_decision, text, text, text) from public;
--> statement-breakpoint
grant execute on function list_import_decide(text, proposal_decision, text, text, text) to pastikan_service;
