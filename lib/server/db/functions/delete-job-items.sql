-- The items of a job go with it. A foreign key would look the job up for each of a hundred thousand items when they are made.
CREATE OR REPLACE FUNCTION "deleteJobItems"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "JobItem" WHERE "jobId" = OLD."id";
  DELETE FROM "JobItemGroup" WHERE "jobId" = OLD."id";
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "Job_deleteItems" AFTER DELETE ON "Job" FOR EACH ROW EXECUTE FUNCTION "deleteJobItems"();
