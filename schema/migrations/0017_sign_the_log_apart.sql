-- What appends to the log, with the moment given: null for now, the first moment when a log is put
-- back from what was published. It is registry_apply as it was, under another name.
do $$
declare
  v_function constant text := pg_get_functiondef('registry_apply(text, text, jsonb)'::regprocedure);
  v_changed text := v_function;
begin
  v_changed := replace(v_changed,
    'registry_apply(p_batch text, p_recorded_by text, p_expect jsonb DEFAULT NULL::jsonb)',
    'registry_append(p_batch text, p_recorded_by text, p_expect jsonb, p_at timestamptz)');
  v_changed := replace(v_changed, 'greatest(clock_timestamp(), h.recorded_at)',
    'greatest(coalesce(p_at, clock_timestamp()), h.recorded_at)');
  if v_changed not like '%registry_append(%' or v_changed not like '%coalesce(p_at,%' then
    raise exception 'registry_apply is not the function that this migration renames';
  end if;
  execute v_changed;
end
$$;
--> statement-breakpoint
revoke execute on function registry_append(text, text, jsonb, timestamptz) from public;
--> statement-breakpoint
-- PR423: the log is not the one that was published, and what is recorded now would fork it.
create or replace function registry_apply(p_batch text, p_recorded_by text, p_expect jsonb default null)
returns table (first_entry bigint, size bigint, recorded_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from registry_hold) then
    raise exception 'recording is held' using errcode = 'PR423';
  end if;
  return query select * from registry_append(p_batch, p_recorded_by, p_expect, null);
end
$$;
--> statement-breakpoint
do $$
begin
  create role pastikan_signer nologin;
exception when duplicate_object or unique_violation then null;
end
$$;
--> statement-breakpoint
grant usage on schema public to pastikan_signer;
--> statement-breakpoint
-- It reads the texts about persons too: only with them it can tell that their hashes are right.
grant select on registry_log, registry_log_node, registry_head, log_checkpoint, registry_hold,
  sources, source_editions, agencies, agency_names, agency_identifiers, agency_contacts, branches,
  representatives, authorised_destinations, licences, licence_numbers, licence_events,
  licence_listings, destination_rules, age_limits, document_requirements, fee_rules,
  foreign_partners, recruitment_permits, job_orders, issued_documents, assistance_offices,
  complete_tables, agency_merges to pastikan_signer;
--> statement-breakpoint
grant insert on log_checkpoint, registry_hold to pastikan_signer;
--> statement-breakpoint
grant select on log_checkpoint, registry_hold to pastikan_service;
