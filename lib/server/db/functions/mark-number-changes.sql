-- What is saved of a number and not applied on the phones that have it: whoever saves one, nobody can forget to say so.
CREATE OR REPLACE FUNCTION "markNumberChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT l."phoneId", n."id", n."downloadVersion" FROM saved n JOIN replaced o ON o."id" = n."id"
    JOIN "PhoneLine" l ON l."directoryNumberId" = n."id" WHERE n."downloadVersion" <> o."downloadVersion"
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "DirectoryNumber_markChanges" AFTER UPDATE ON "DirectoryNumber" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "markNumberChanges"();
