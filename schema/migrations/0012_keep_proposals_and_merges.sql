CREATE TYPE "public"."proposal_decision" AS ENUM('approved', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TABLE "agency_merges" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"superseded_by" bigint,
	"effective_on" date NOT NULL,
	"last_day" date,
	"source_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"kept_id" text NOT NULL,
	CONSTRAINT "agency_merges_two" CHECK (agency_id <> kept_id)
);
--> statement-breakpoint
CREATE TABLE "proposal_decisions" (
	"proposal_id" text PRIMARY KEY NOT NULL,
	"decision" "proposal_decision" NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"reason" text,
	"first_entry" bigint
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"request" json NOT NULL,
	"changes" jsonb NOT NULL,
	"expect" jsonb NOT NULL,
	"reason" text,
	"place_country" text,
	"place_region" text,
	"renews" text,
	CONSTRAINT "proposals_changes" CHECK (jsonb_array_length(changes) > 0)
);
--> statement-breakpoint
CREATE TABLE "recording_keys" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"outcome" json NOT NULL,
	"first_entry" bigint
);
--> statement-breakpoint
ALTER TABLE "agency_merges" ADD CONSTRAINT "agency_merges_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_merges" ADD CONSTRAINT "agency_merges_kept_id_agencies_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agency_merges_unique" ON "agency_merges" USING btree ("agency_id") WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX "agency_merges_kept" ON "agency_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "proposals_subject" ON "proposals" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "proposals_proposed_at" ON "proposals" USING btree ("proposed_at","id");--> statement-breakpoint
CREATE INDEX "recording_keys_used_at" ON "recording_keys" USING btree ("used_at");
