-- Written by hand: phones that share a timer have it as their own from now on.
UPDATE "DeviceState" SET "timerKind" = "sharedTimerKind", "dueAt" = "sharedDueAt" WHERE "sharedTimerId" IS NOT NULL;

-- Registrations are told in another form from now on; who missed some reads the phones anew.
INSERT INTO "Setting" ("name", "value")
  SELECT 'announcementsDeletedTo', max("place")::text FROM "Announcement" WHERE "topic" = 'registration' HAVING max("place") IS NOT NULL
  ON CONFLICT ("name") DO UPDATE SET "value" = greatest("Setting"."value"::bigint, EXCLUDED."value"::bigint)::text;
DELETE FROM "Announcement" WHERE "topic" = 'registration';

-- AlterTable
ALTER TABLE "DeviceState" DROP COLUMN "sharedDueAt",
DROP COLUMN "sharedTimerId",
DROP COLUMN "sharedTimerKind",
ADD COLUMN     "sharedStateId" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "JobItemGroup" ADD COLUMN     "sharedStateId" TEXT COLLATE "C";

-- DropTable
DROP TABLE "SharedTimer";

-- CreateTable
CREATE TABLE "SharedState" (
    "id" TEXT COLLATE "C" NOT NULL,
    "phase" TEXT COLLATE "C" NOT NULL,
    "isPartial" BOOLEAN NOT NULL,
    "registration" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "lastRegisteredAt" TIMESTAMP(3),
    "softkeyTemplateId" TEXT COLLATE "C",
    "softkeyTemplateRevision" INTEGER,
    "phoneButtonTemplateId" TEXT COLLATE "C",
    "phoneButtonTemplateRevision" INTEGER,
    "commonDeviceConfigurationId" TEXT COLLATE "C",
    "commonDeviceConfigurationRevision" INTEGER,
    "likeness" TEXT COLLATE "C",
    "underway" JSONB,
    "jobId" TEXT COLLATE "C",
    "itemGroupId" TEXT COLLATE "C",
    "timerKind" TEXT COLLATE "C",
    "dueAt" TIMESTAMP(3),

    CONSTRAINT "SharedState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SharedState_timerKind_dueAt_id_idx" ON "SharedState"("timerKind", "dueAt", "id");

-- Written by hand: what holds of every phone. The version changes whenever that
-- does; the address is that of its own row.
CREATE VIEW "EachDeviceState" AS
  SELECT s."phoneId", s."sharedStateId", h."jobId", h."itemGroupId",
    (s.xmin::text || coalesce('-' || h.xmin::text, '')) COLLATE "C" AS "version", s.ctid AS "address",
    coalesce(h."phase", s."phase") AS "phase",
    coalesce(h."isPartial", s."isPartial") AS "isPartial",
    coalesce(h."registration", s."registration") AS "registration",
    coalesce(h."lastRegisteredAt", s."lastRegisteredAt") AS "lastRegisteredAt",
    CASE WHEN h."id" IS NULL THEN s."reason" ELSE h."reason" END AS "reason",
    CASE WHEN h."id" IS NULL THEN s."softkeyTemplateId" ELSE h."softkeyTemplateId" END AS "softkeyTemplateId",
    CASE WHEN h."id" IS NULL THEN s."softkeyTemplateRevision" ELSE h."softkeyTemplateRevision" END AS "softkeyTemplateRevision",
    CASE WHEN h."id" IS NULL THEN s."phoneButtonTemplateId" ELSE h."phoneButtonTemplateId" END AS "phoneButtonTemplateId",
    CASE WHEN h."id" IS NULL THEN s."phoneButtonTemplateRevision" ELSE h."phoneButtonTemplateRevision" END AS "phoneButtonTemplateRevision",
    CASE WHEN h."id" IS NULL THEN s."commonDeviceConfigurationId" ELSE h."commonDeviceConfigurationId" END AS "commonDeviceConfigurationId",
    CASE WHEN h."id" IS NULL THEN s."commonDeviceConfigurationRevision" ELSE h."commonDeviceConfigurationRevision" END AS "commonDeviceConfigurationRevision",
    CASE WHEN h."id" IS NULL THEN s."likeness" ELSE h."likeness" END AS "likeness",
    CASE WHEN h."id" IS NULL THEN s."underway" ELSE h."underway" END AS "underway",
    CASE WHEN h."id" IS NULL THEN s."timerKind" ELSE h."timerKind" END AS "timerKind",
    CASE WHEN h."id" IS NULL THEN s."dueAt" ELSE h."dueAt" END AS "dueAt",
    s."calls", s."phoneRevision", s."deviceProfileId", s."deviceProfileRevision", s."loginProfileId", s."loginUserId", s."directoryNumbers", s."postponed", s."queuedAt"
  FROM "DeviceState" s LEFT JOIN "SharedState" h ON h."id" = s."sharedStateId";

-- Who shares a state does nothing that only one phone does.
ALTER TABLE "DeviceState" ADD CONSTRAINT "DeviceState_shared_is_simple" CHECK ("sharedStateId" IS NULL OR ("calls" = 0
  AND "dueAt" IS NULL AND "queuedAt" IS NULL AND "postponed" IS NULL AND "loginProfileId" IS NULL AND "deviceProfileId" IS NULL));
CREATE INDEX "DeviceState_shared" ON "DeviceState"("sharedStateId", "phoneId") WHERE "sharedStateId" IS NOT NULL;

-- Keeps phones from being changed by others until the transaction ends: the states that they share, then their rows, each in
-- the order of ids, so that two who take the same phones do not wait for each other. A phone that has come to share another
-- state while its row was waited for is the exception: PostgreSQL may end one of two transactions, which is then done again.
CREATE FUNCTION "holdPhones"("ids" text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held text[];
  needed text[] := array_remove(ARRAY(SELECT DISTINCT s."sharedStateId" FROM "DeviceState" s WHERE s."phoneId" = ANY("ids")), NULL);
BEGIN
  LOOP
    held := needed;
    PERFORM 1 FROM "SharedState" h WHERE h."id" = ANY(held) ORDER BY h."id" FOR SHARE;
    PERFORM 1 FROM "DeviceState" s WHERE s."phoneId" = ANY("ids") ORDER BY s."phoneId" FOR NO KEY UPDATE;
    needed := array_remove(ARRAY(SELECT DISTINCT s."sharedStateId" FROM "DeviceState" s WHERE s."phoneId" = ANY("ids")), NULL);
    EXIT WHEN needed <@ held;
  END LOOP;
END $$;

-- Gives phones, which the transaction holds, a state of their own that share one. The action of each is known by the place of
-- its item; that of an item that is gone has place 0.
CREATE FUNCTION "leaveSharedStates"("ids" text[]) RETURNS void LANGUAGE sql AS $$
  WITH leaving AS MATERIALIZED (
    SELECT e.* FROM "EachDeviceState" e WHERE e."phoneId" = ANY("ids") AND e."sharedStateId" IS NOT NULL),
  places AS MATERIALIZED (
    SELECT m."phoneId", m."position" FROM "JobItemGroup" g
    CROSS JOIN LATERAL unnest(g."objectIds", g."positions") AS m("phoneId", "position")
    WHERE g."id" IN (SELECT l."itemGroupId" FROM leaving l))
  UPDATE "DeviceState" s SET "sharedStateId" = NULL, "phase" = l."phase", "isPartial" = l."isPartial",
    "registration" = l."registration", "reason" = l."reason", "lastRegisteredAt" = l."lastRegisteredAt",
    "softkeyTemplateId" = l."softkeyTemplateId", "softkeyTemplateRevision" = l."softkeyTemplateRevision",
    "phoneButtonTemplateId" = l."phoneButtonTemplateId", "phoneButtonTemplateRevision" = l."phoneButtonTemplateRevision",
    "commonDeviceConfigurationId" = l."commonDeviceConfigurationId",
    "commonDeviceConfigurationRevision" = l."commonDeviceConfigurationRevision", "likeness" = l."likeness",
    "underway" = CASE WHEN l."jobId" IS NULL THEN l."underway"
      ELSE jsonb_set(l."underway", '{actions,0}', to_jsonb(l."jobId" || ':' || coalesce(i."position", 0))) END,
    "timerKind" = l."timerKind", "dueAt" = l."dueAt"
  FROM leaving l LEFT JOIN places i ON i."phoneId" = l."phoneId"
  WHERE s."phoneId" = l."phoneId"
$$;

-- As before, but that phones may share a state, which those that talk do not, and that phones are told of in a group of items.
-- Stores steps of the engine, if everything that they read is still as they read it; else it answers what is not, and
-- nothing is stored. The lock is kept until the transaction ends: places are given in the order of commits.
CREATE OR REPLACE FUNCTION "storeCallEvents"(batch jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  world text := batch ->> 'cluster';
  moment timestamp(3) := (batch ->> 'at')::timestamp(3);
  events integer := jsonb_array_length(batch -> 'events');
  stale jsonb;
  base bigint;
  last bigint;
BEGIN
  -- Phones must not be reset or register between the look and the commit.
  PERFORM "holdPhones"(ARRAY(SELECT d."phoneId" FROM jsonb_to_recordset(batch -> 'devices') AS d("phoneId" text)));
  PERFORM pg_advisory_xact_lock(720020004);

  SELECT jsonb_agg(jsonb_build_array(f."kind", f."key")) INTO stale FROM (
    SELECT r."kind", r."key" FROM jsonb_to_recordset(batch -> 'reads') AS r("kind" text, "key" text, "version" bigint)
      LEFT JOIN "CallEntity" e ON e."cluster" = world AND e."kind" = r."kind" AND e."key" = r."key"
      WHERE e."version" IS DISTINCT FROM r."version"
    UNION ALL
    SELECT 'requests', r."key" FROM jsonb_to_recordset(batch -> 'requestReads') AS r("key" text, "version" bigint)
      LEFT JOIN "CallBackRequest" q ON q."id" = r."key" AND q."cluster" = world
      WHERE q."version" IS DISTINCT FROM r."version"
    UNION ALL
    SELECT 'timers', r."key" FROM jsonb_to_recordset(batch -> 'timerReads') AS r("key" text, "version" bigint)
      LEFT JOIN "CallTimer" t ON t."cluster" = world AND t."id" = r."key"
      WHERE t."version" IS DISTINCT FROM r."version"
    UNION ALL
    SELECT 'phones', d."name"
      FROM jsonb_to_recordset(batch -> 'devices') AS d("phoneId" text, "name" text, "version" text)
      LEFT JOIN "EachDeviceState" s ON s."phoneId" = d."phoneId"
      WHERE s."version" IS DISTINCT FROM d."version"
    UNION ALL
    SELECT 'lines', l."key" FROM jsonb_to_recordset(batch -> 'lines') AS l("key" text, "phones" jsonb)
      WHERE l."phones" IS DISTINCT FROM coalesce((SELECT jsonb_agg(p."name" ORDER BY p."name" COLLATE "C")
        FROM "RunningLine" o JOIN "Phone" p ON p."id" = o."phoneId" WHERE o."directoryNumberId" = l."key"), '[]'::jsonb)
    UNION ALL
    SELECT 'letters', batch ->> 'letter' WHERE batch ->> 'letter' IS NOT NULL AND (batch ->> 'letter')::bigint
      IS DISTINCT FROM (SELECT min(o."id") FROM "CallLetter" o WHERE o."cluster" = world)
  ) f;
  IF stale IS NOT NULL THEN RETURN jsonb_build_object('stale', stale); END IF;

  base := nextval(pg_get_serial_sequence('"CallEvent"', 'place'));
  last := base + events + jsonb_array_length(batch -> 'announcements') - 1;
  PERFORM setval(pg_get_serial_sequence('"CallEvent"', 'place'), last);

  DELETE FROM "CallEntity" e USING jsonb_to_recordset(batch -> 'entities') AS w("kind" text, "key" text, "value" jsonb)
    WHERE w."value" IS NULL AND e."cluster" = world AND e."kind" = w."kind" AND e."key" = w."key";
  INSERT INTO "CallEntity" ("cluster", "kind", "key", "value", "version")
    SELECT world, w."kind", w."key", w."value", last
    FROM jsonb_to_recordset(batch -> 'entities') AS w("kind" text, "key" text, "value" jsonb) WHERE w."value" IS NOT NULL
    ON CONFLICT ("cluster", "kind", "key") DO UPDATE SET "value" = EXCLUDED."value", "version" = EXCLUDED."version";

  DELETE FROM "CallTimer" t USING jsonb_to_recordset(batch -> 'timers') AS w("id" text, "dueAt" timestamp(3))
    WHERE w."dueAt" IS NULL AND t."cluster" = world AND t."id" = w."id";
  INSERT INTO "CallTimer" ("cluster", "id", "kind", "owner", "dueAt", "version")
    SELECT world, w."id", w."kind", w."owner", w."dueAt", last
    FROM jsonb_to_recordset(batch -> 'timers') AS w("id" text, "kind" text, "owner" text, "dueAt" timestamp(3))
    WHERE w."dueAt" IS NOT NULL
    ON CONFLICT ("cluster", "id") DO UPDATE SET "dueAt" = EXCLUDED."dueAt", "version" = EXCLUDED."version";

  INSERT INTO "CallBackRequest" ("id", "cluster", "phone", "directoryNumber", "target", "mode", "state", "reason",
      "createdAt", "value", "version")
    SELECT w."id", world, w."phone", w."directoryNumber", w."target", w."mode", w."state", w."reason", w."createdAt",
      w."value", last
    FROM jsonb_to_recordset(batch -> 'requests') AS w("id" text, "phone" text, "directoryNumber" text, "target" text,
      "mode" text, "state" text, "reason" text, "createdAt" timestamp(3), "value" jsonb)
    ON CONFLICT ("id") DO UPDATE SET "mode" = EXCLUDED."mode", "state" = EXCLUDED."state", "reason" = EXCLUDED."reason",
      "value" = EXCLUDED."value", "version" = EXCLUDED."version";

  IF jsonb_array_length(batch -> 'calls') > 0 THEN
    PERFORM "leaveSharedStates"(ARRAY(SELECT w."phoneId" FROM jsonb_to_recordset(batch -> 'calls') AS w("phoneId" text)));
  END IF;
  UPDATE "DeviceState" s SET "calls" = w."calls"
    FROM jsonb_to_recordset(batch -> 'calls') AS w("phoneId" text, "calls" integer) WHERE s."phoneId" = w."phoneId";

  INSERT INTO "CallEvent" ("place", "cluster", "id", "at", "event")
    SELECT base + w."position" - 1, world, w."value" ->> 'id', moment, w."value"
    FROM jsonb_array_elements(batch -> 'events') WITH ORDINALITY AS w("value", "position");
  INSERT INTO "CallDecision" ("id", "place", "position", "requestId", "phone", "rule", "inputs", "at")
    SELECT lpad((base + w."event")::text, 16, '0') || '-' || lpad(w."position"::text, 4, '0'), base + w."event", w."position", w."request", w."phone", w."rule", w."inputs", moment
    FROM jsonb_to_recordset(batch -> 'decisions') AS w("event" integer, "position" integer, "request" text,
      "phone" text, "rule" text, "inputs" jsonb);
  IF batch ->> 'letter' IS NOT NULL THEN DELETE FROM "CallLetter" o WHERE o."id" = (batch ->> 'letter')::bigint; END IF;
  INSERT INTO "CallLetter" ("cluster", "dueAt", "event")
    SELECT w."value" ->> 'cluster', moment, w."value" -> 'event'
    FROM jsonb_array_elements(batch -> 'letters') WITH ORDINALITY AS w("value", "position") ORDER BY w."position";
  INSERT INTO "Announcement" ("place", "topic", "subject", "at", "content")
    SELECT base + events + w."position" - 1, w."value" ->> 'topic', w."value" ->> 'subject', moment,
      CASE WHEN w."value" -> 'itemGroupId' IS NULL THEN w."value" -> 'content'
        ELSE (w."value" -> 'content') || jsonb_build_object('phones', coalesce(
          (SELECT to_jsonb(g."names") FROM "JobItemGroup" g WHERE g."id" = w."value" ->> 'itemGroupId'), '[]')) END
    FROM jsonb_array_elements(batch -> 'announcements') WITH ORDINALITY AS w("value", "position");
  PERFORM pg_notify('ringback', last::text);
  RETURN jsonb_build_object('place', last, 'version', pg_current_xact_id()::xid::text);
END $$;

-- Stores several batches one after the other in one transaction, so that they share its commit. Each is stored or stale for
-- itself. The devices of all are locked before the first batch takes the common lock, as everybody does.
CREATE OR REPLACE FUNCTION "storeCallEventsTogether"(batches jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  outcomes jsonb := '[]'::jsonb;
  batch jsonb;
BEGIN
  PERFORM "holdPhones"(ARRAY(SELECT d."value" ->> 'phoneId' FROM jsonb_array_elements(batches) b("value")
    CROSS JOIN LATERAL jsonb_array_elements(b."value" -> 'devices') d("value")));
  FOR batch IN SELECT b."value" FROM jsonb_array_elements(batches) WITH ORDINALITY b("value", "position") ORDER BY b."position" LOOP
    outcomes := outcomes || jsonb_build_array("storeCallEvents"(batch));
  END LOOP;
  RETURN outcomes;
END $$;
