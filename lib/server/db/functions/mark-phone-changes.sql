-- What is saved of a phone and not applied: whoever saves one, nobody can forget to say so.
CREATE OR REPLACE FUNCTION "markPhoneChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT n."id", n."id", n."downloadVersion" FROM saved n JOIN replaced o ON o."id" = n."id"
    WHERE n."downloadVersion" <> o."downloadVersion" ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "Phone_markChanges" AFTER UPDATE ON "Phone" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "markPhoneChanges"();
