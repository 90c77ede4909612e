CREATE TABLE "record_idempotency" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"subject" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "record_idempotency_used_at" ON "record_idempotency" USING btree ("used_at");
