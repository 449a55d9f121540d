-- AlterTable
ALTER TABLE "DeviceState" ADD COLUMN     "likeness" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "JobItem" ADD COLUMN     "objectId" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "UnappliedChange" (
    "phoneId" TEXT COLLATE "C" NOT NULL,
    "objectId" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "UnappliedChange_pkey" PRIMARY KEY ("phoneId","objectId","version")
);

-- AddForeignKey
ALTER TABLE "UnappliedChange" ADD CONSTRAINT "UnappliedChange_phoneId_fkey" FOREIGN KEY ("phoneId") REFERENCES "Phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: whoever saves a phone or a number, nobody can forget to say so.
CREATE FUNCTION "markPhoneChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT n."id", n."id", n."version" FROM saved n JOIN replaced o ON o."id" = n."id" WHERE n."version" <> o."version"
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Phone_markChanges" AFTER UPDATE ON "Phone" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "markPhoneChanges"();

CREATE FUNCTION "markNumberChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT l."phoneId", n."id", n."version" FROM saved n JOIN replaced o ON o."id" = n."id"
    JOIN "PhoneLine" l ON l."directoryNumberId" = n."id" WHERE n."version" <> o."version"
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "DirectoryNumber_markChanges" AFTER UPDATE ON "DirectoryNumber" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "markNumberChanges"();

-- What phones that run something have not downloaded yet.
INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
SELECT p."id", p."id", p."version" FROM "Phone" p JOIN "DeviceState" s ON s."phoneId" = p."id" WHERE s."phoneRevision" < p."version"
UNION
SELECT l."phoneId", n."id", n."version" FROM "DeviceState" s JOIN "PhoneLine" l ON l."phoneId" = s."phoneId"
  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
  WHERE s."phoneRevision" IS NOT NULL AND NOT s."directoryNumbers" @> jsonb_build_array(jsonb_build_object('id', n."id", 'number', n."version"));

-- What of a phone's own decides which phones plan and download alike (lib/devices/plan-key.ts): the kind of device, its
-- locales and shared objects, and which buttons have a line or a speed dial.
CREATE FUNCTION "likenessOf"(p "Phone") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(ROW(p."model", p."protocol", p."settings" -> 'expansionModules', p."userLocaleId", p."networkLocaleId",
    p."softkeyTemplateId", p."phoneButtonTemplateId", p."commonDeviceConfigurationId",
    (SELECT array_agg(l."index" ORDER BY l."index") FROM "PhoneLine" l WHERE l."phoneId" = p."id"),
    (SELECT array_agg(d."index" ORDER BY d."index") FROM "PhoneSpeedDial" d WHERE d."phoneId" = p."id"))::text)
$$;
