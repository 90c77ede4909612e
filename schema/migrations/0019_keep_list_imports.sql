CREATE TYPE "public"."import_state" AS ENUM('comparing', 'failed', 'compared', 'proposed', 'publishing', 'published', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."row_decision" AS ENUM('leave_out', 'is_new', 'is_agency');--> statement-breakpoint
CREATE TABLE "list_import_decisions" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"decision" "row_decision" NOT NULL,
	"agency_id" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_import_decisions_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "list_import_files" (
	"import_id" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list_import_rounds" (
	"import_id" text NOT NULL,
	"round" integer NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"reason" text,
	"digest" text NOT NULL,
	"decision" "proposal_decision",
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "list_import_rounds_import_id_round_pk" PRIMARY KEY("import_id","round")
);
--> statement-breakpoint
CREATE TABLE "list_import_rows" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" integer,
	"class" text NOT NULL,
	"agency_id" text,
	"name" text NOT NULL,
	"number" text,
	"needs_look" boolean NOT NULL,
	"is_held" boolean NOT NULL,
	"changes" jsonb NOT NULL,
	"dirt" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"conflict" jsonb,
	"duplicate_of" integer,
	CONSTRAINT "list_import_rows_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "list_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"as_of" date NOT NULL,
	"retrieved_on" date NOT NULL,
	"country" char(2) NOT NULL,
	"kind" "agency_kind" NOT NULL,
	"columns" jsonb NOT NULL,
	"sheet" text,
	"accept_missing" boolean NOT NULL,
	"file_name" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"undoes" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" "import_state" NOT NULL,
	"step" text,
	"done" integer,
	"total" integer,
	"beat_at" timestamp with time zone,
	"problem" jsonb,
	"file" jsonb,
	"comparison" jsonb,
	"needs_comparing" boolean DEFAULT false NOT NULL,
	"first_entry" bigint,
	"entries" integer,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "source_editions" ADD COLUMN "superseded_by" bigint;--> statement-breakpoint
ALTER TABLE "list_import_decisions" ADD CONSTRAINT "list_import_decisions_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import_files" ADD CONSTRAINT "list_import_files_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import_rounds" ADD CONSTRAINT "list_import_rounds_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import_rows" ADD CONSTRAINT "list_import_rows_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_import_rows_line" ON "list_import_rows" USING btree ("import_id","line");--> statement-breakpoint
CREATE INDEX "list_imports_created_at" ON "list_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "list_imports_source" ON "list_imports" USING btree ("source_id","created_at");--> statement-breakpoint
CREATE INDEX "list_imports_undoes" ON "list_imports" USING btree ("undoes");--> statement-breakpoint
ALTER TABLE "source_editions" ADD CONSTRAINT "source_editions_superseded_by_registry_log_idx_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."registry_log"("idx") ON DELETE no action ON UPDATE no action;