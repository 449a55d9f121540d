-- Written by hand: phones that share a timer have it as their own from now on.
UPDATE "DeviceState" SET "timerKind" = "sharedTimerKind", "dueAt" = "sharedDueAt",
  "sharedTimerId" = NULL, "sharedTimerKind" = NULL, "sharedDueAt" = NULL WHERE "sharedTimerId" IS NOT NULL;
DELETE FROM "SharedTimer";

-- AlterTable
ALTER TABLE "SharedTimer" DROP COLUMN "firstPosition",
DROP COLUMN "jobId",
DROP COLUMN "lastPosition",
ADD COLUMN     "itemGroupId" TEXT COLLATE "C" NOT NULL;

-- CreateTable
CREATE TABLE "JobItemGroup" (
    "id" TEXT COLLATE "C" NOT NULL,
    "jobId" TEXT COLLATE "C" NOT NULL,
    "firstPosition" INTEGER NOT NULL,
    "positions" INTEGER[],
    "names" TEXT[] COLLATE "C",
    "partitions" TEXT[] COLLATE "C",
    "objectIds" TEXT[] COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "problems" JSONB,
    "result" JSONB,

    CONSTRAINT "JobItemGroup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JobItemGroup_jobId_firstPosition_idx" ON "JobItemGroup"("jobId", "firstPosition");

-- Written by hand: all items of a job, wherever they are.
CREATE VIEW "EachJobItem" AS
  SELECT "jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result" FROM "JobItem"
  UNION ALL
  SELECT g."jobId", m."position", m."name", m."partition", m."objectId", g."state", g."outcome", g."problems", g."result"
  FROM "JobItemGroup" g
  CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS m("position", "name", "partition", "objectId");

CREATE OR REPLACE FUNCTION "deleteJobItems"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "JobItem" WHERE "jobId" = OLD."id";
  DELETE FROM "JobItemGroup" WHERE "jobId" = OLD."id";
  RETURN NULL;
END $$;
