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
  PERFORM 1 FROM "DeviceState" s
    WHERE s."phoneId" = ANY(ARRAY(SELECT d."phoneId" FROM jsonb_to_recordset(batch -> 'devices') AS d("phoneId" text)))
    ORDER BY s."phoneId" FOR NO KEY UPDATE;
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
      LEFT JOIN "DeviceState" s ON s."phoneId" = d."phoneId"
      WHERE s.xmin::text IS DISTINCT FROM d."version"
    UNION ALL
    SELECT 'lines', l."key" FROM jsonb_to_recordset(batch -> 'lines') AS l("key" text, "phones" jsonb)
      WHERE l."phones" IS DISTINCT FROM coalesce((SELECT jsonb_agg(p."name" ORDER BY p."name" COLLATE "C")
        FROM "RunningLine" o JOIN "Phone" p ON p."id" = o."phoneId" WHERE o."directoryNumberId" = l."key"), '[]'::jsonb)
    UNION ALL
    SELECT 'dueEvents', batch ->> 'dueEvent' WHERE batch ->> 'dueEvent' IS NOT NULL AND (batch ->> 'dueEvent')::bigint
      IS DISTINCT FROM (SELECT min(o."id") FROM "DueEvent" o WHERE o."cluster" = world)
  ) f;
  IF stale IS NOT NULL THEN RETURN jsonb_build_object('stale', stale); END IF;

  base := nextval(pg_get_serial_sequence('"CallEvent"', 'place'));
  last := base + events + jsonb_array_length(batch -> 'changeEvents') - 1;
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

  UPDATE "DeviceState" s SET "calls" = w."calls"
    FROM jsonb_to_recordset(batch -> 'calls') AS w("phoneId" text, "calls" integer) WHERE s."phoneId" = w."phoneId";

  INSERT INTO "CallEvent" ("place", "cluster", "id", "at", "event")
    SELECT base + w."position" - 1, world, w."value" ->> 'id', moment, w."value"
    FROM jsonb_array_elements(batch -> 'events') WITH ORDINALITY AS w("value", "position");
  INSERT INTO "CallDecision" ("id", "place", "position", "requestId", "phone", "rule", "inputs", "at")
    SELECT lpad((base + w."event")::text, 16, '0') || '-' || lpad(w."position"::text, 4, '0'), base + w."event", w."position", w."request", w."phone", w."rule", w."inputs", moment
    FROM jsonb_to_recordset(batch -> 'decisions') AS w("event" integer, "position" integer, "request" text,
      "phone" text, "rule" text, "inputs" jsonb);
  IF batch ->> 'dueEvent' IS NOT NULL THEN DELETE FROM "DueEvent" o WHERE o."id" = (batch ->> 'dueEvent')::bigint; END IF;
  INSERT INTO "DueEvent" ("cluster", "dueAt", "event")
    SELECT w."value" ->> 'cluster', moment, w."value" -> 'event'
    FROM jsonb_array_elements(batch -> 'dueEvents') WITH ORDINALITY AS w("value", "position") ORDER BY w."position";
  INSERT INTO "ChangeEvent" ("place", "topic", "subject", "at", "content")
    SELECT base + events + w."position" - 1, w."value" ->> 'topic', w."value" ->> 'subject', moment, w."value" -> 'content'
    FROM jsonb_array_elements(batch -> 'changeEvents') WITH ORDINALITY AS w("value", "position");
  PERFORM pg_notify('ringback', last::text);
  RETURN jsonb_build_object('place', last, 'version', pg_current_xact_id()::xid::text);
END $$;
