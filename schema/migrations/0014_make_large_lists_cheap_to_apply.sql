ALTER TABLE "licences" DROP CONSTRAINT "licences_agency_id_agencies_id_fk";
--> statement-breakpoint
DROP INDEX "staged_changes_batch";--> statement-breakpoint
CREATE INDEX "staged_changes_batch" ON "staged_changes" USING btree ("batch","kind");
