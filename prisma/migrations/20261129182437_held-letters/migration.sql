-- CreateTable
CREATE TABLE "CallLink" (
    "remoteClusterId" TEXT COLLATE "C" NOT NULL,
    "mode" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CallLink_pkey" PRIMARY KEY ("remoteClusterId")
);

-- CreateTable
CREATE TABLE "HeldLetter" (
    "id" BIGINT NOT NULL,
    "remoteClusterId" TEXT COLLATE "C" NOT NULL,
    "cluster" TEXT COLLATE "C" NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "HeldLetter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HeldLetter_remoteClusterId_id_idx" ON "HeldLetter"("remoteClusterId", "id");

-- AddForeignKey
ALTER TABLE "CallLink" ADD CONSTRAINT "CallLink_remoteClusterId_fkey" FOREIGN KEY ("remoteClusterId") REFERENCES "RemoteCluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldLetter" ADD CONSTRAINT "HeldLetter_remoteClusterId_fkey" FOREIGN KEY ("remoteClusterId") REFERENCES "RemoteCluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what becomes of a letter on its way is decided when it is sent. One that goes against the order of its
-- link has an id below those of all that wait, because the lowest one of a cluster is delivered first.
CREATE FUNCTION "sendCallLetter"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  link record;
BEGIN
  IF NEW."event" ->> 'kind' <> 'trunkMessage' THEN RETURN NEW; END IF;
  SELECT k."mode", k."remoteClusterId" INTO link FROM "CallLink" k JOIN "RemoteCluster" c ON c."id" = k."remoteClusterId"
    WHERE c."name" = CASE WHEN NEW."cluster" = '' THEN NEW."event" ->> 'from' ELSE NEW."cluster" END;
  CASE link."mode"
    WHEN 'hold' THEN
      INSERT INTO "HeldLetter" ("id", "remoteClusterId", "cluster", "event")
        VALUES (NEW."id", link."remoteClusterId", NEW."cluster", NEW."event");
      RETURN NULL;
    WHEN 'lose', 'down' THEN RETURN NULL;
    WHEN 'reverse' THEN NEW."id" := -abs(NEW."id");
    ELSE NULL;
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER "CallLetter_sent" BEFORE INSERT ON "CallLetter" FOR EACH ROW EXECUTE FUNCTION "sendCallLetter"();
