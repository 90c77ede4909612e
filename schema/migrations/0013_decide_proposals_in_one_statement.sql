insert into fact_tables (name, rank, is_identity) values ('agency_merges', 240, false);
--> statement-breakpoint
-- Errors of the functions below, besides those of registry_apply: PR208 (the Idempotency-Key was used),
-- PR403 (this person may not decide this proposal), PR404 (no such proposal), PR410 (it is decided).

-- Claims an Idempotency-Key for what follows in the same statement. Two claims of one key wait for
-- one another, so that at most one of them is ever followed by anything.
create function registry_claim_key(p_key jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_key is null then
    return;
  end if;
  insert into recording_keys (key_hash, body_hash, used_at, outcome)
  values (p_key ->> 'key_hash', p_key ->> 'body_hash', clock_timestamp(), p_key -> 'outcome')
  on conflict (key_hash) do nothing;
  if not found then
    raise exception 'the idempotency key was used' using errcode = 'PR208';
  end if;
end
$$;
--> statement-breakpoint
-- What one person records alone.
create function registry_record_once(p_recorded_by text, p_changes jsonb, p_expect jsonb, p_key jsonb)
returns table (first_entry bigint, size bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_done record;
begin
  perform registry_claim_key(p_key);
  select * into strict v_done from registry_record(p_recorded_by, p_changes, p_expect);
  update recording_keys k set first_entry = v_done.first_entry where k.key_hash = p_key ->> 'key_hash';
  return query select v_done.first_entry, v_done.size, v_done.recorded_at;
end
$$;
--> statement-breakpoint
-- Keeps a proposal; the one that it renews is withdrawn with it. Nothing is proposed on a record
-- that has changed since it was read.
create function registry_propose(p_proposal jsonb, p_key jsonb) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now constant timestamptz := clock_timestamp();
  v_renews constant text := p_proposal ->> 'renews';
begin
  perform registry_claim_key(p_key);
  if exists (
    select from jsonb_each(p_proposal -> 'expect') e
    where (e.value #>> '{}')::bigint is distinct from
      (select max(l.idx) from registry_log l where l.subject = e.key)) then
    raise exception 'the record has changed since it was read' using errcode = 'PR412';
  end if;
  if v_renews is not null then
    perform registry_decide(v_renews, 'withdrawn', p_proposal ->> 'proposed_by', null, null);
  end if;
  insert into proposals (id, subject, kind, proposed_by, proposed_at, request, changes, expect,
    reason, place_country, place_region, renews)
  values (p_proposal ->> 'id', p_proposal ->> 'subject', p_proposal ->> 'kind',
    p_proposal ->> 'proposed_by', v_now, p_proposal -> 'request', p_proposal -> 'changes',
    p_proposal -> 'expect', p_proposal ->> 'reason', p_proposal ->> 'place_country',
    p_proposal ->> 'place_region', v_renews);
  return v_now;
end
$$;
--> statement-breakpoint
-- Decides a proposal once. An approval is somebody else's, a withdrawal the proposer's own; what is
-- approved is recorded with the decision or not at all, on the record that the proposer saw. The log
-- names both persons.
create function registry_decide(p_id text, p_decision proposal_decision, p_by text, p_reason text, p_key jsonb)
returns table (first_entry bigint, decided_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_proposal proposals;
  v_entry bigint;
  v_now timestamptz;
begin
  perform registry_claim_key(p_key);
  select p.* into v_proposal from proposals p where p.id = p_id for update;
  if not found then
    raise exception 'there is no such proposal' using errcode = 'PR404';
  end if;
  if (p_by = v_proposal.proposed_by) <> (p_decision = 'withdrawn') then
    raise exception 'this is not for this person to decide' using errcode = 'PR403';
  end if;
  if exists (select from proposal_decisions d where d.proposal_id = p_id) then
    raise exception 'the proposal is decided' using errcode = 'PR410';
  end if;
  if p_decision = 'approved' then
    select r.first_entry into strict v_entry
    from registry_record(v_proposal.proposed_by || ':' || p_by, v_proposal.changes, v_proposal.expect) r;
  end if;
  v_now := clock_timestamp();
  insert into proposal_decisions (proposal_id, decision, decided_by, decided_at, reason, first_entry)
  values (p_id, p_decision, p_by, v_now, p_reason, v_entry);
  update recording_keys k set first_entry = v_entry where k.key_hash = p_key ->> 'key_hash';
  return query select v_entry, v_now;
end
$$;
--> statement-breakpoint
revoke execute on function registry_claim_key(jsonb) from public;
--> statement-breakpoint
revoke execute on function registry_record_once(text, jsonb, jsonb, jsonb) from public;
--> statement-breakpoint
revoke execute on function registry_propose(jsonb, jsonb) from public;
--> statement-breakpoint
revoke execute on function registry_decide(text, proposal_decision, text, text, jsonb) from public;
--> statement-breakpoint
grant execute on function registry_record_once(text, jsonb, jsonb, jsonb) to pastikan_service;
--> statement-breakpoint
grant execute on function registry_propose(jsonb, jsonb) to pastikan_service;
--> statement-breakpoint
grant execute on function registry_decide(text, proposal_decision, text, text, jsonb) to pastikan_service;
--> statement-breakpoint
grant select on agency_merges, proposals, proposal_decisions to pastikan_service;
--> statement-breakpoint
grant select, delete on recording_keys to pastikan_service;
