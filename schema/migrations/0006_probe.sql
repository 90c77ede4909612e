ALTER TABLE "licence_periods" DROP CONSTRAINT "licence_periods_licence_id_licences_id_fk";
