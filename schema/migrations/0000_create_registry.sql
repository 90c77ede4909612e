CREATE TYPE "public"."agency_kind" AS ENUM('p3mi', 'own_company', 'apprenticeship_sender', 'crew_manning');--> statement-breakpoint
CREATE TYPE "public"."contact_kind" AS ENUM('phone', 'address', 'website', 'email');--> statement-breakpoint
CREATE TYPE "public"."licence_event_type" AS ENUM('granted', 'renewed', 'warned', 'suspended_partial', 'suspended_full', 'lifted', 'lapsed', 'revoked', 'surrendered', 'corrected');--> statement-breakpoint
CREATE TYPE "public"."licence_kind" AS ENUM('sip3mi', 'own_company_permit', 'so_permit', 'siuppak', 'siukak');--> statement-breakpoint
CREATE TYPE "public"."listing_state" AS ENUM('listed', 'missing');--> statement-breakpoint
CREATE TYPE "public"."name_kind" AS ENUM('registered', 'former', 'trading', 'acronym');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('authority_list', 'decree', 'official_statement', 'office_record', 'demonstration');--> statement-breakpoint
CREATE TYPE "public"."validity_basis" AS ENUM('printed', 'authority_list', 'rule');--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"country" char(2) NOT NULL,
	"kind" "agency_kind" NOT NULL,
	"region_code" text
);
--> statement-breakpoint
CREATE TABLE "agency_contacts" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"branch_id" text,
	"kind" "contact_kind" NOT NULL,
	"value" text NOT NULL,
	"normalised" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_identifiers" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"kind" text NOT NULL,
	"printed" text NOT NULL,
	"normalised" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_names" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"id" text NOT NULL,
	"agency_id" text NOT NULL,
	"kind" "name_kind" NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authorised_destinations" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"destination" text NOT NULL,
	"scheme" text
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"id" text NOT NULL,
	"agency_id" text NOT NULL,
	"region_code" text NOT NULL,
	"name" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "representatives" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"id" text NOT NULL,
	"agency_id" text NOT NULL,
	"name" text NOT NULL,
	"name_salt" text NOT NULL,
	"letter_number" text
);
--> statement-breakpoint
CREATE TABLE "licence_events" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"id" text NOT NULL,
	"licence_id" text NOT NULL,
	"type" "licence_event_type" NOT NULL,
	"valid_until" date,
	"validity_basis" "validity_basis",
	"auto_renewing" boolean,
	"scope" jsonb,
	"instrument" text,
	"announced_on" date,
	"lifts" text,
	"corrects" text,
	CONSTRAINT "licence_events_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "licence_listings" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"licence_id" text NOT NULL,
	"state" "listing_state" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "licence_numbers" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"licence_id" text NOT NULL,
	"country" char(2) NOT NULL,
	"kind" "licence_kind" NOT NULL,
	"printed" text NOT NULL,
	"schema" text NOT NULL,
	"normalised" text NOT NULL,
	"nib" text
);
--> statement-breakpoint
CREATE TABLE "licence_periods" (
	"licence_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"kind" "licence_kind" NOT NULL,
	"valid" daterange NOT NULL
);
--> statement-breakpoint
CREATE TABLE "licences" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"agency_id" text NOT NULL,
	"kind" "licence_kind" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_head" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"size" bigint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_log" (
	"idx" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"leaf" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_changes" (
	"batch" text NOT NULL,
	"n" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"fact" text NOT NULL,
	"private" jsonb,
	"supersedes" bigint[],
	"retracts" boolean DEFAULT false NOT NULL,
	"staged_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_editions" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"as_of" date NOT NULL,
	"retrieved_on" date NOT NULL,
	"rows" integer,
	"sha256" text
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"publisher" text NOT NULL,
	"title" text NOT NULL,
	"kind" "source_kind" NOT NULL,
	"instrument" text,
	"issued_on" date,
	"url" text,
	"fresh_for_days" integer NOT NULL,
	"demonstration" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agency_contacts" ADD CONSTRAINT "agency_contacts_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_identifiers" ADD CONSTRAINT "agency_identifiers_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_names" ADD CONSTRAINT "agency_names_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorised_destinations" ADD CONSTRAINT "authorised_destinations_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_events" ADD CONSTRAINT "licence_events_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_listings" ADD CONSTRAINT "licence_listings_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_numbers" ADD CONSTRAINT "licence_numbers_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_editions" ADD CONSTRAINT "source_editions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_contacts_agency" ON "agency_contacts" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "agency_identifiers_agency" ON "agency_identifiers" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_identifiers_unique" ON "agency_identifiers" USING btree ("kind","normalised") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "agency_names_agency" ON "agency_names" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "authorised_destinations_agency" ON "authorised_destinations" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "branches_agency" ON "branches" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "branches_unique" ON "branches" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "representatives_agency" ON "representatives" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "representatives_unique" ON "representatives" USING btree ("id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "licence_events_licence" ON "licence_events" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "licence_listings_licence" ON "licence_listings" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "licence_numbers_licence" ON "licence_numbers" USING btree ("licence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "licence_numbers_unique" ON "licence_numbers" USING btree ("country","kind","schema","normalised") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "licence_periods_licence" ON "licence_periods" USING btree ("licence_id");--> statement-breakpoint
CREATE INDEX "licences_agency" ON "licences" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "registry_log_subject" ON "registry_log" USING btree ("subject","idx");--> statement-breakpoint
CREATE INDEX "staged_changes_batch" ON "staged_changes" USING btree ("batch","n");