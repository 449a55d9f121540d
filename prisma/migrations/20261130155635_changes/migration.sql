-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "changeId" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "Change" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "undoes" TEXT COLLATE "C",
    "undoneBy" TEXT COLLATE "C",
    "place" BIGSERIAL NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeObject" (
    "changeId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "entity" TEXT COLLATE "C" NOT NULL,
    "entityId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "partition" TEXT COLLATE "C",
    "action" TEXT COLLATE "C" NOT NULL,
    "formerKey" TEXT COLLATE "C",
    "formerPartition" TEXT COLLATE "C",
    "firstNumber" INTEGER NOT NULL,
    "lastNumber" INTEGER NOT NULL,

    CONSTRAINT "ChangeObject_pkey" PRIMARY KEY ("changeId","position")
);

-- CreateIndex
CREATE INDEX "Change_at_place_idx" ON "Change"("at", "place");

-- CreateIndex
CREATE INDEX "ChangeObject_nameKey_idx" ON "ChangeObject"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeObject_changeId_entity_entityId_key" ON "ChangeObject"("changeId", "entity", "entityId");

-- What was renamed is looked for by what it was called; few objects are.
CREATE INDEX "ChangeObject_former" ON "ChangeObject"("entity", "formerKey") WHERE "formerKey" IS NOT NULL;

-- Whatever a job has changed is one change, with the id of the job.
UPDATE "Revision" r SET "changeId" = j."id" FROM "Job" j
  WHERE j."kind" IN ('import', 'update', 'delete') AND r."requestId" = j."requestId" AND r."by" = j."by"
    AND r."at" >= j."createdAt" AND (j."finishedAt" IS NULL OR r."at" <= j."finishedAt")
    AND r."entity" NOT IN ('user', 'apiKey');
-- Every other revision that a person has caused is a change of its own.
UPDATE "Revision" SET "changeId" = "id"
  WHERE "changeId" IS NULL AND "by" <> '(system)' AND "entity" NOT IN ('user', 'apiKey');

-- What each revision was called before; PostgreSQL folds plain letters only, the program folds what it writes itself.
CREATE TEMPORARY TABLE "OldObject" ON COMMIT DROP AS
  SELECT r."changeId", r."entity", r."entityId", r."entityName" AS "name", r."number", r."action", r."place",
    CASE WHEN r."entity" IN ('directoryNumber', 'routePattern') THEN r."content" ->> 'partition' END AS "partition",
    lag(r."entityName") OVER history AS "formerName",
    CASE WHEN r."entity" IN ('directoryNumber', 'routePattern') THEN lag(r."content" ->> 'partition') OVER history END AS "formerPartition"
  FROM "Revision" r
  WINDOW history AS (PARTITION BY r."entity", r."entityId" ORDER BY r."number");

INSERT INTO "ChangeObject" ("changeId", "position", "entity", "entityId", "name", "nameKey", "partition", "action",
    "formerKey", "formerPartition", "firstNumber", "lastNumber")
  SELECT o."changeId", row_number() OVER (PARTITION BY o."changeId" ORDER BY o."place"), o."entity", o."entityId", last."name",
    lower(last."name"), last."partition",
    CASE WHEN last."action" = 'deleted' THEN 'deleted' WHEN o."action" = 'created' THEN 'created'
      WHEN (o."formerName", coalesce(o."formerPartition", '')) IS DISTINCT FROM (last."name", coalesce(last."partition", ''))
        THEN 'renamed' ELSE 'changed' END,
    CASE WHEN o."action" <> 'created' AND last."action" <> 'deleted'
      AND (o."formerName", coalesce(o."formerPartition", '')) IS DISTINCT FROM (last."name", coalesce(last."partition", ''))
      THEN lower(o."formerName") END,
    CASE WHEN o."action" <> 'created' AND last."action" <> 'deleted'
      AND (o."formerName", coalesce(o."formerPartition", '')) IS DISTINCT FROM (last."name", coalesce(last."partition", ''))
      THEN lower(coalesce(o."formerPartition", '')) END,
    o."number", last."number"
  FROM (SELECT DISTINCT ON ("changeId", "entity", "entityId") * FROM "OldObject" WHERE "changeId" IS NOT NULL
      ORDER BY "changeId", "entity", "entityId", "number") o
    JOIN (SELECT DISTINCT ON ("changeId", "entity", "entityId") * FROM "OldObject" WHERE "changeId" IS NOT NULL
      ORDER BY "changeId", "entity", "entityId", "number" DESC) last USING ("changeId", "entity", "entityId");

INSERT INTO "Change" ("id", "kind", "by", "reason", "at", "total")
  SELECT c."id", CASE WHEN j."id" IS NULL THEN 'save' WHEN j."kind" = 'import' THEN 'import' ELSE 'bulk' END,
    c."by", coalesce(j."reason", c."reason"), c."at", c."total"
  FROM (SELECT r."changeId" AS "id", min(r."by") AS "by", min(r."reason") AS "reason", min(r."at") AS "at", min(r."place") AS "place",
      count(DISTINCT (r."entity", r."entityId"))::int AS "total"
    FROM "Revision" r WHERE r."changeId" IS NOT NULL GROUP BY r."changeId") c
    LEFT JOIN "Job" j ON j."id" = c."id"
  ORDER BY c."place";
