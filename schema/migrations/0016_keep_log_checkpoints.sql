CREATE TABLE "log_checkpoint" (
	"size" bigint PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"verifier_keys" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_checkpoint_size" CHECK (size >= 0)
);
--> statement-breakpoint
CREATE TABLE "registry_hold" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"reason" text NOT NULL,
	"held_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registry_hold_one" CHECK (one)
);
