-- AlterTable
ALTER TABLE "Phone" ADD COLUMN     "downloadVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "DirectoryNumber" ADD COLUMN     "downloadVersion" INTEGER NOT NULL DEFAULT 1;

-- Written by hand. Call processing reads Do Not Disturb and the settings of numbers as they are saved, and Extension Mobility
-- reads whether it is enabled: only other changes are waiting for Apply Config. So the version that counts is the oldest one
-- since which nothing else has changed, of a number its pattern and partition.
UPDATE "Phone" SET "downloadVersion" = "version";
WITH known AS (
  SELECT r."entityId" AS "id", r."number", r."content" - ARRAY['dnd', 'extensionMobility'] AS "content"
  FROM "Revision" r WHERE r."entity" = 'phone'),
since AS (
  SELECT p."id", min(k."number") AS "number" FROM "Phone" p
  JOIN known n ON n."id" = p."id" AND n."number" = p."version"
  JOIN known k ON k."id" = p."id" AND k."number" <= p."version" AND k."number" > coalesce((
    SELECT max(o."number") FROM known o WHERE o."id" = p."id" AND o."number" < p."version" AND o."content" <> n."content"), 0)
  GROUP BY p."id")
UPDATE "Phone" p SET "downloadVersion" = s."number" FROM since s WHERE s."id" = p."id" AND s."number" <> p."downloadVersion";

UPDATE "DirectoryNumber" SET "downloadVersion" = "version";
WITH known AS (
  SELECT r."entityId" AS "id", r."number",
    jsonb_build_array(r."content" -> 'pattern', r."content" -> 'partition') AS "content"
  FROM "Revision" r WHERE r."entity" = 'directoryNumber'),
since AS (
  SELECT d."id", min(k."number") AS "number" FROM "DirectoryNumber" d
  JOIN known n ON n."id" = d."id" AND n."number" = d."version"
  JOIN known k ON k."id" = d."id" AND k."number" <= d."version" AND k."number" > coalesce((
    SELECT max(o."number") FROM known o WHERE o."id" = d."id" AND o."number" < d."version" AND o."content" <> n."content"), 0)
  GROUP BY d."id")
UPDATE "DirectoryNumber" d SET "downloadVersion" = s."number" FROM since s WHERE s."id" = d."id" AND s."number" <> d."downloadVersion";

-- What phones run is named in the same way.
UPDATE "DeviceState" s SET "phoneRevision" = p."downloadVersion" FROM "Phone" p
  WHERE p."id" = s."phoneId" AND s."phoneRevision" > p."downloadVersion";
UPDATE "DeviceState" s SET "directoryNumbers" = r."numbers" FROM (
  SELECT t."phoneId", jsonb_agg(CASE WHEN (x."value" ->> 'number')::int > d."downloadVersion"
      THEN jsonb_build_object('id', d."id", 'number', d."downloadVersion") ELSE x."value" END ORDER BY x."place") AS "numbers"
  FROM "DeviceState" t CROSS JOIN LATERAL jsonb_array_elements(
    CASE WHEN jsonb_typeof(t."directoryNumbers") = 'array' THEN t."directoryNumbers" ELSE '[]' END) WITH ORDINALITY x("value", "place")
  LEFT JOIN "DirectoryNumber" d ON d."id" = x."value" ->> 'id' GROUP BY t."phoneId") r
  WHERE r."phoneId" = s."phoneId" AND r."numbers" IS DISTINCT FROM s."directoryNumbers";
DELETE FROM "UnappliedChange" c USING "Phone" p WHERE p."id" = c."objectId" AND c."version" > p."downloadVersion";
DELETE FROM "UnappliedChange" c USING "DirectoryNumber" d WHERE d."id" = c."objectId" AND c."version" > d."downloadVersion";

CREATE OR REPLACE FUNCTION "markPhoneChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT n."id", n."id", n."downloadVersion" FROM saved n JOIN replaced o ON o."id" = n."id"
    WHERE n."downloadVersion" <> o."downloadVersion" ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "markNumberChanges"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UnappliedChange" ("phoneId", "objectId", "version")
    SELECT l."phoneId", n."id", n."downloadVersion" FROM saved n JOIN replaced o ON o."id" = n."id"
    JOIN "PhoneLine" l ON l."directoryNumberId" = n."id" WHERE n."downloadVersion" <> o."downloadVersion"
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Do Not Disturb of a phone is what is saved. Whoever has read the phone before must notice that it has changed, which is
-- told by the version of its state.
CREATE FUNCTION "touchDoNotDisturb"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "DeviceState" s SET "phoneId" = s."phoneId" FROM saved n JOIN replaced o ON o."id" = n."id"
    WHERE s."phoneId" = n."id" AND n."settings" -> 'dnd' IS DISTINCT FROM o."settings" -> 'dnd';
  RETURN NULL;
END $$;
CREATE TRIGGER "Phone_touchDoNotDisturb" AFTER UPDATE ON "Phone" REFERENCING OLD TABLE AS replaced NEW TABLE AS saved
  FOR EACH STATEMENT EXECUTE FUNCTION "touchDoNotDisturb"();
UPDATE "CallEntity" SET "value" = "value" - 'dnd' WHERE "cluster" = '' AND "kind" = 'phones' AND "value" ? 'dnd';
DELETE FROM "CallEntity" WHERE "cluster" = '' AND "kind" = 'phones' AND "value" = '{}';
