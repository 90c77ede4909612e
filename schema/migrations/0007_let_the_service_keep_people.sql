alter table role_grants add constraint role_grants_by_another check (granted_by <> person_id);
--> statement-breakpoint
grant select on people, role_grants, role_grant_ends, invitations, passwords, authenticator_apps,
  backup_codes, passkeys, passkey_challenges, sessions, sign_in_attempts, audit_events
  to pastikan_service;
--> statement-breakpoint
grant insert on people, invitations, passwords, authenticator_apps, backup_codes, passkeys,
  passkey_challenges, sessions, sign_in_attempts to pastikan_service;
--> statement-breakpoint
-- Number and moment are the database's own: the service cannot write them.
grant insert (person_id, role, country, region, granted_by) on role_grants to pastikan_service;
--> statement-breakpoint
grant insert (grant_id, ended_by) on role_grant_ends to pastikan_service;
--> statement-breakpoint
grant insert (actor_kind, actor_id, session_id, address, action, subject, country, region, detail, request_id)
  on audit_events to pastikan_service;
--> statement-breakpoint
grant update (disabled_at) on people to pastikan_service;
--> statement-breakpoint
grant update (used_at) on invitations to pastikan_service;
--> statement-breakpoint
grant update (hash, set_at) on passwords to pastikan_service;
--> statement-breakpoint
grant update (seed, last_step) on authenticator_apps to pastikan_service;
--> statement-breakpoint
grant update (counter, used_at) on passkeys to pastikan_service;
--> statement-breakpoint
grant update (seen_at) on sessions to pastikan_service;
--> statement-breakpoint
grant update on sign_in_attempts to pastikan_service;
--> statement-breakpoint
grant delete on passwords, authenticator_apps, backup_codes, passkeys, passkey_challenges, sessions,
  sign_in_attempts to pastikan_service;
--> statement-breakpoint
create function can_sign_in(p_person text) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from passwords w where w.person_id = p_person)
    or exists (select from passkeys k where k.person_id = p_person)
$$;
--> statement-breakpoint
-- Two administrators who disable one another at once must not both succeed, so the count is taken
-- after a lock, and by a function: its statements see what was committed meanwhile.
create function keep_an_administrator() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_person text;
begin
  if tg_table_name = 'people' then
    v_person := case when new.disabled_at is not null then new.id end;
  else
    select g.person_id into v_person from role_grants g
    where g.id = new.grant_id and g.role = 'administrator' and g.country is null;
  end if;
  -- Whoever cannot sign in keeps nothing running.
  if v_person is null or not can_sign_in(v_person) or (tg_table_name = 'people' and not exists (
    select from role_grants g left join role_grant_ends e on e.grant_id = g.id
    where g.person_id = v_person and g.role = 'administrator' and e.grant_id is null
  )) then
    return null;
  end if;
  perform pg_advisory_xact_lock(4720662);
  if not exists (
    select from role_grants g
    join people p on p.id = g.person_id
    left join role_grant_ends e on e.grant_id = g.id
    where g.role = 'administrator' and g.country is null and e.grant_id is null
      and p.disabled_at is null and can_sign_in(p.id)
  ) then
    raise exception 'no administrator would be left' using errcode = 'PR423';
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger people_keep_an_administrator after update of disabled_at on people
  for each row execute function keep_an_administrator();
--> statement-breakpoint
create trigger role_grant_ends_keep_an_administrator after insert on role_grant_ends
  for each row execute function keep_an_administrator();
