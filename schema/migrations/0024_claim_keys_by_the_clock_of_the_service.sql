-- Claims an Idempotency-Key for what follows in the same statement. Two claims of one key wait for
-- one another, so that at most one of them is ever followed by anything. When it was used is told by
-- the clock that forgets it.
create or replace function registry_claim_key(p_key jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_key is null then
    return;
  end if;
  insert into recording_keys (key_hash, body_hash, used_at, outcome)
  values (p_key ->> 'key_hash', p_key ->> 'body_hash', (p_key ->> 'used_at')::timestamptz,
    p_key -> 'outcome')
  on conflict (key_hash) do nothing;
  if not found then
    raise exception 'the idempotency key was used' using errcode = 'PR208';
  end if;
end
$$;
