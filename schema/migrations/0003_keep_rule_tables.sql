CREATE TYPE "public"."listed_effect" AS ENUM('not_legal', 'caution');--> statement-breakpoint
CREATE TYPE "public"."destination_rule" AS ENUM('open', 'closed', 'restricted', 'contested');--> statement-breakpoint
CREATE TYPE "public"."document_type" AS ENUM('marital_status_letter', 'family_permission', 'competence_certificate', 'health_certificate', 'passport', 'work_visa', 'placement_agreement', 'employment_contract', 'social_security', 'health_insurance', 'worker_card', 'pre_departure_orientation', 'identity_card', 'family_card', 'birth_certificate', 'school_certificate', 'police_record', 'employer_call_letter', 'employer_profile', 'own_risk_statement', 'leave_letter', 'government_registration');--> statement-breakpoint
CREATE TYPE "public"."employer_type" AS ENUM('legal_entity', 'individual');--> statement-breakpoint
CREATE TYPE "public"."kept_table" AS ENUM('recruitment_permits', 'issued_documents', 'agencies');--> statement-breakpoint
CREATE TYPE "public"."next_step" AS ENUM('do_not_pay', 'call_bp3mi', 'protect_abroad', 'try_again', 'ask_on_the_day', 'confirm_candidate', 'ask_number', 'ask_city', 'ask_full_name', 'compare_paper', 'ask_current_licence', 'call_registered_phone', 'ask_permit', 'check_placement', 'complete_documents', 'ask_village_office', 'ask_dukcapil', 'report_charge', 'ask_disnaker');--> statement-breakpoint
CREATE TYPE "public"."office_kind" AS ENUM('hotline', 'labour_office', 'bp3mi', 'mission', 'civil_registry');--> statement-breakpoint
CREATE TYPE "public"."payee" AS ENUM('agency', 'personal_account', 'government', 'training_provider', 'cash', 'other');--> statement-breakpoint
CREATE TYPE "public"."renewal" AS ENUM('none', 'in_process');--> statement-breakpoint
CREATE TYPE "public"."requirement" AS ENUM('required', 'conditional');--> statement-breakpoint
CREATE TYPE "public"."row_confidence" AS ENUM('law_text', 'statement', 'press', 'uncertain');--> statement-breakpoint
CREATE TYPE "public"."scheme" AS ENUM('p_to_p', 'g_to_g', 'own_company', 'independent', 'ssw_direct', 're_entry', 'merchant_seafarer', 'fishing_crew', 'apprenticeship', 'outside_act');--> statement-breakpoint
CREATE TYPE "public"."sector" AS ENUM('domestic', 'care', 'health', 'hospitality', 'manufacturing', 'construction', 'agriculture', 'plantation', 'fishing', 'shipping', 'services', 'office', 'other');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('female', 'male');--> statement-breakpoint
ALTER TYPE "public"."source_kind" ADD VALUE 'public_page' BEFORE 'demonstration';--> statement-breakpoint
CREATE TABLE "assistance_offices" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"kind" "office_kind" NOT NULL,
	"name" jsonb NOT NULL,
	"contact" text NOT NULL,
	"region_code" text,
	"step" "next_step",
	"verified_on" date,
	CONSTRAINT "assistance_offices_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "assistance_offices_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "assistance_offices_name" CHECK (name ?& array['id', 'en'])
);
--> statement-breakpoint
CREATE TABLE "complete_tables" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"table" "kept_table" NOT NULL,
	"agency_id" text,
	"destination" char(2),
	"document_type" "document_type",
	"issuer_region" text,
	CONSTRAINT "complete_tables_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "complete_tables_url" CHECK (url ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "issued_documents" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"document_type" "document_type" NOT NULL,
	"number" text NOT NULL,
	"normalised" text NOT NULL,
	"number_salt" text NOT NULL,
	"issuer_region" text NOT NULL,
	"issued_on" date NOT NULL,
	"holder_hash" text,
	"holder_salt" text,
	"withdrawn_on" date,
	CONSTRAINT "issued_documents_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "issued_documents_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "issued_documents_number" CHECK (normalised <> ''),
	CONSTRAINT "issued_documents_region" CHECK (issuer_region ~ '^[0-9]{2}([.][0-9]{2}){0,2}([.][0-9]{4})?$'),
	CONSTRAINT "issued_documents_holder" CHECK ((holder_hash is null) = (holder_salt is null)),
	CONSTRAINT "issued_documents_withdrawn" CHECK (withdrawn_on >= issued_on),
	CONSTRAINT "issued_documents_no_personal_number" CHECK (document_type not in ('passport', 'identity_card', 'family_card', 'social_security', 'health_insurance', 'worker_card'))
);
--> statement-breakpoint
CREATE TABLE "age_limits" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"destination" char(2),
	"scheme" "scheme",
	"sector" "sector",
	"sex" "sex",
	"min" smallint,
	"max" smallint,
	CONSTRAINT "age_limits_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "age_limits_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "age_limits_says_something" CHECK (min is not null or max is not null),
	CONSTRAINT "age_limits_years" CHECK (min between 0 and 120 and max between 0 and 120 and min <= max)
);
--> statement-breakpoint
CREATE TABLE "destination_rules" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"destination" char(2) NOT NULL,
	"scheme" "scheme",
	"sector" "sector",
	"employer_type" "employer_type",
	"rule" "destination_rule" NOT NULL,
	"channel_exception" text,
	"doubt" jsonb,
	CONSTRAINT "destination_rules_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "destination_rules_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "destination_rules_doubt" CHECK (doubt is null or doubt ?& array['id', 'en']),
	CONSTRAINT "destination_rules_place" CHECK (destination ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "document_requirements" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"scheme" "scheme",
	"destination" char(2),
	"document_type" "document_type" NOT NULL,
	"requirement" "requirement" NOT NULL,
	"passport_months" smallint,
	CONSTRAINT "document_requirements_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "document_requirements_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "document_requirements_months" CHECK (passport_months is null or (document_type = 'passport' and passport_months >= 0))
);
--> statement-breakpoint
CREATE TABLE "fee_rules" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"scheme" "scheme",
	"destination" char(2),
	"position" text,
	"max_amount" bigint,
	"max_currency" char(3),
	"payee" "payee",
	CONSTRAINT "fee_rules_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "fee_rules_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "fee_rules_amount" CHECK (max_amount > 0),
	CONSTRAINT "fee_rules_currency" CHECK (max_currency ~ '^[A-Z]{3}$'),
	CONSTRAINT "fee_rules_money" CHECK ((max_amount is null) = (max_currency is null))
);
--> statement-breakpoint
CREATE TABLE "foreign_partners" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"listed_effect" "listed_effect" NOT NULL,
	CONSTRAINT "foreign_partners_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "foreign_partners_url" CHECK (url ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "job_orders" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"number" text NOT NULL,
	"normalised" text NOT NULL,
	"permit_number" text NOT NULL,
	"agency_id" text NOT NULL,
	"destination" char(2) NOT NULL,
	"position" text,
	"sector" "sector",
	"employer_name" text,
	"employer_type" "employer_type",
	"partner_name" text,
	"verifying_mission" text,
	"verified_on" date,
	"quota" integer NOT NULL,
	"used" integer NOT NULL,
	"synced_on" date,
	CONSTRAINT "job_orders_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "job_orders_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "job_orders_number" CHECK (normalised <> ''),
	CONSTRAINT "job_orders_quota" CHECK (quota >= 0),
	CONSTRAINT "job_orders_used" CHECK (used >= 0)
);
--> statement-breakpoint
CREATE TABLE "recruitment_permits" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"instrument" text,
	"instrument_on" date,
	"url" text,
	"confidence" "row_confidence" NOT NULL,
	"source_id" text NOT NULL,
	"number" text NOT NULL,
	"normalised" text NOT NULL,
	"agency_id" text NOT NULL,
	"destination" char(2) NOT NULL,
	"position" text,
	"sector" "sector",
	"renewal" "renewal" NOT NULL,
	"revoked_on" date,
	CONSTRAINT "recruitment_permits_period" CHECK (valid_until >= valid_from),
	CONSTRAINT "recruitment_permits_url" CHECK (url ~ '^https?://'),
	CONSTRAINT "recruitment_permits_number" CHECK (normalised <> ''),
	CONSTRAINT "recruitment_permits_revoked" CHECK (revoked_on >= valid_from)
);
--> statement-breakpoint
ALTER TABLE "assistance_offices" ADD CONSTRAINT "assistance_offices_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_offices" ADD CONSTRAINT "assistance_offices_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_offices" ADD CONSTRAINT "assistance_offices_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complete_tables" ADD CONSTRAINT "complete_tables_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complete_tables" ADD CONSTRAINT "complete_tables_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complete_tables" ADD CONSTRAINT "complete_tables_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complete_tables" ADD CONSTRAINT "complete_tables_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "age_limits" ADD CONSTRAINT "age_limits_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "age_limits" ADD CONSTRAINT "age_limits_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "age_limits" ADD CONSTRAINT "age_limits_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destination_rules" ADD CONSTRAINT "destination_rules_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destination_rules" ADD CONSTRAINT "destination_rules_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destination_rules" ADD CONSTRAINT "destination_rules_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requirements" ADD CONSTRAINT "document_requirements_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requirements" ADD CONSTRAINT "document_requirements_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_requirements" ADD CONSTRAINT "document_requirements_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "foreign_partners" ADD CONSTRAINT "foreign_partners_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "foreign_partners" ADD CONSTRAINT "foreign_partners_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "foreign_partners" ADD CONSTRAINT "foreign_partners_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_orders" ADD CONSTRAINT "job_orders_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_permits" ADD CONSTRAINT "recruitment_permits_entry_registry_log_idx_fk" FOREIGN KEY ("entry") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_permits" ADD CONSTRAINT "recruitment_permits_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_permits" ADD CONSTRAINT "recruitment_permits_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_permits" ADD CONSTRAINT "recruitment_permits_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assistance_offices_unique" ON "assistance_offices" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "assistance_offices_superseded" ON "assistance_offices" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "complete_tables_unique" ON "complete_tables" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "complete_tables_superseded" ON "complete_tables" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "issued_documents_unique" ON "issued_documents" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "issued_documents_superseded" ON "issued_documents" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "issued_documents_number_unique" ON "issued_documents" USING btree ("document_type","issuer_region","normalised",extract(year from issued_on)) WHERE superseded_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "age_limits_unique" ON "age_limits" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "age_limits_superseded" ON "age_limits" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "destination_rules_unique" ON "destination_rules" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "destination_rules_superseded" ON "destination_rules" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE INDEX "destination_rules_destination" ON "destination_rules" USING btree ("destination");--> statement-breakpoint
CREATE UNIQUE INDEX "document_requirements_unique" ON "document_requirements" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "document_requirements_superseded" ON "document_requirements" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "fee_rules_unique" ON "fee_rules" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "fee_rules_superseded" ON "fee_rules" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "foreign_partners_unique" ON "foreign_partners" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "foreign_partners_superseded" ON "foreign_partners" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE INDEX "foreign_partners_country" ON "foreign_partners" USING btree ("country");--> statement-breakpoint
CREATE UNIQUE INDEX "job_orders_unique" ON "job_orders" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "job_orders_superseded" ON "job_orders" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE INDEX "job_orders_agency" ON "job_orders" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recruitment_permits_unique" ON "recruitment_permits" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "recruitment_permits_superseded" ON "recruitment_permits" USING btree ("superseded_by") WHERE superseded_by is not null;--> statement-breakpoint
CREATE INDEX "recruitment_permits_agency" ON "recruitment_permits" USING btree ("agency_id");