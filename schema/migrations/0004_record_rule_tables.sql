-- The tables that hold facts, so that one more is a row here and not a new registry_apply. They are
-- filled in the order of their rank, because of the foreign keys among them. A fact of a table that
-- is_identity is never superseded.
create table fact_tables (
  name text primary key check (name ~ '^[a-z_]+$'),
  rank smallint not null unique,
  is_identity boolean not null
);
--> statement-breakpoint
insert into fact_tables (name, rank, is_identity) values
  ('sources', 10, true),
  ('source_editions', 20, true),
  ('agencies', 30, true),
  ('agency_names', 40, false),
  ('agency_identifiers', 50, false),
  ('agency_contacts', 60, false),
  ('branches', 70, false),
  ('representatives', 80, false),
  ('authorised_destinations', 90, false),
  ('licences', 100, true),
  ('licence_numbers', 110, false),
  ('licence_events', 120, false),
  ('licence_listings', 130, false),
  ('destination_rules', 140, false),
  ('age_limits', 150, false),
  ('document_requirements', 160, false),
  ('fee_rules', 170, false),
  ('foreign_partners', 180, false),
  ('recruitment_permits', 190, false),
  ('job_orders', 200, false),
  ('issued_documents', 210, false),
  ('assistance_offices', 220, false),
  ('complete_tables', 230, false);
--> statement-breakpoint
-- The two lists in registry_apply are read from the table from now on; all else stays as it is.
do $$
declare
  v_function constant text := pg_get_functiondef('registry_apply(text, text, jsonb)'::regprocedure);
  v_changed text := v_function;
begin
  v_changed := regexp_replace(v_changed, 'v_tables constant text\[\] := array\[[^\]]*\];',
    'v_tables constant text[] := array(select f.name from fact_tables f order by f.rank);');
  v_changed := regexp_replace(v_changed, 'v_identities constant text\[\] := array\[[^\]]*\];',
    'v_identities constant text[] := array(select f.name from fact_tables f where f.is_identity);');
  if v_changed not like '%order by f.rank%' or v_changed not like '%where f.is_identity%' then
    raise exception 'registry_apply does not have the lists that this migration replaces';
  end if;
  execute v_changed;
end
$$;
--> statement-breakpoint
-- A number may come again only when its permit or order has ended. Job orders are numbered by the
-- mission that verified them, permits by one system.
alter table recruitment_permits
  add constraint recruitment_permits_number_once
  exclude using gist (normalised with =, daterange(valid_from, valid_until, '[]') with &&)
  where (superseded_by is null);
--> statement-breakpoint
alter table job_orders
  add constraint job_orders_number_once
  exclude using gist (
    normalised with =, destination with =, daterange(valid_from, valid_until, '[]') with &&)
  where (superseded_by is null);
--> statement-breakpoint
grant select on fact_tables, destination_rules, age_limits, document_requirements, fee_rules,
  foreign_partners, recruitment_permits, job_orders, issued_documents, assistance_offices,
  complete_tables to pastikan_service;
