grant update (session_generation) on people to pastikan_service;
--> statement-breakpoint
-- A password alone signs nobody in: it takes a second factor too.
create or replace function can_sign_in(p_person text) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from passkeys k where k.person_id = p_person)
    or (exists (select from passwords w where w.person_id = p_person)
      and (exists (select from authenticator_apps a where a.person_id = p_person)
        or exists (select from backup_codes b where b.person_id = p_person)))
$$;
