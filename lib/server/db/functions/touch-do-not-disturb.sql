-- Do Not Disturb of a phone is what is saved. Whoever has read the phone before must notice that it has changed, which is
-- told by the version of its state.
CREATE OR REPLACE FUNCTION "touchDoNotDisturb"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "DeviceState" s SET "phoneId" = s."phoneId" FROM saved n JOIN replaced o ON o."id" = n."id"
    WHERE s."phoneId" = n."id" AND n."settings" -> 'dnd' IS DISTINCT FROM o."settings" -> 'dnd';
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "Phone_touchDoNotDisturb" AFTER UPDATE ON "Phone" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "touchDoNotDisturb"();
