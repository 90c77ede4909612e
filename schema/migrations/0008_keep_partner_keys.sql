CREATE TABLE "partner_key_uses" (
	"key_id" text NOT NULL,
	"day" date NOT NULL,
	"route_class" text NOT NULL,
	"status_class" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "partner_key_uses_key_id_day_route_class_status_class_pk" PRIMARY KEY("key_id","day","route_class","status_class")
);
--> statement-breakpoint
CREATE TABLE "partner_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"partner" text NOT NULL,
	"scopes" text NOT NULL,
	"is_test" boolean NOT NULL,
	"country" char(2),
	"region" text,
	"quota_per_minute" integer NOT NULL,
	"slot" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "partner_keys_slot" CHECK (slot in (1, 2)),
	CONSTRAINT "partner_keys_hash" CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "partner_keys_quota" CHECK (quota_per_minute > 0),
	CONSTRAINT "partner_keys_year" CHECK (expires_at > created_at and expires_at <= created_at + interval '8784 hours'),
	CONSTRAINT "partner_keys_revoked" CHECK (revoked_at >= created_at),
	CONSTRAINT "partner_keys_revoker" CHECK ((revoked_at is null) = (revoked_by is null)),
	CONSTRAINT "partner_keys_place" CHECK (region is null or country is not null)
);
--> statement-breakpoint
ALTER TABLE "partner_key_uses" ADD CONSTRAINT "partner_key_uses_key_id_partner_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."partner_keys"("id") ON DELETE no action ON UPDATE no action;
