ALTER TABLE "passkey_challenges" DROP CONSTRAINT "passkey_challenges_person_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "passkey_challenges" DROP COLUMN "person_id";