-- A partner has at most two live keys of the same scopes: the old one and the new one, while it changes over.
alter table partner_keys
  add constraint partner_keys_two_live
  exclude using gist (
    partner with =, scopes with =, (is_test::int) with =, slot with =,
    tstzrange(created_at, least(revoked_at, expires_at)) with &&);
--> statement-breakpoint
-- What a key is never changes: only that it ends, and when it was last used.
grant select, insert on partner_keys to pastikan_service;
--> statement-breakpoint
grant update (expires_at, revoked_at, revoked_by, last_used_at) on partner_keys to pastikan_service;
--> statement-breakpoint
grant select, insert, update (count) on partner_key_uses to pastikan_service;
