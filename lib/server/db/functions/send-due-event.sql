-- What becomes of a message on its way is decided when it is sent. One that goes against the order of its link has an id
-- below those of all that wait, because the lowest one of a cluster is delivered first.
CREATE OR REPLACE FUNCTION "sendDueEvent"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  link record;
BEGIN
  IF NEW."event" ->> 'kind' <> 'trunkMessage' THEN RETURN NEW; END IF;
  SELECT k."mode", k."remoteClusterId" INTO link FROM "CallLink" k JOIN "RemoteCluster" c ON c."id" = k."remoteClusterId"
    WHERE c."name" = CASE WHEN NEW."cluster" = '' THEN NEW."event" ->> 'from' ELSE NEW."cluster" END;
  CASE link."mode"
    WHEN 'hold' THEN
      INSERT INTO "HeldTrunkMessage" ("id", "remoteClusterId", "cluster", "event")
        VALUES (NEW."id", link."remoteClusterId", NEW."cluster", NEW."event");
      RETURN NULL;
    WHEN 'lose', 'down' THEN RETURN NULL;
    WHEN 'reverse' THEN NEW."id" := -abs(NEW."id");
    ELSE NULL;
  END CASE;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "DueEvent_sent" BEFORE INSERT ON "DueEvent" FOR EACH ROW EXECUTE FUNCTION "sendDueEvent"();
