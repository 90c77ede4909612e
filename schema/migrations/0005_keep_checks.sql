CREATE TABLE "check_counts" (
	"day" date NOT NULL,
	"verdict" text NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_idempotency" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"code_seed" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"checked_on" date NOT NULL,
	"verdict" text NOT NULL,
	"language" text NOT NULL,
	"registry_size" bigint NOT NULL,
	"agency_id" text,
	"question" jsonb NOT NULL,
	"answer" json NOT NULL,
	"registry" jsonb NOT NULL,
	"not_asked_again" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "check_counts_day" ON "check_counts" USING btree ("day");--> statement-breakpoint
CREATE INDEX "check_idempotency_used_at" ON "check_idempotency" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "checks_checked_at" ON "checks" USING btree ("checked_at");--> statement-breakpoint
grant select, insert, delete on checks, check_idempotency to pastikan_service;
--> statement-breakpoint
grant select, insert on check_counts to pastikan_service;
