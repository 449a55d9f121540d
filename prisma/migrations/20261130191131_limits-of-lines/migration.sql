-- AlterTable
ALTER TABLE "PhoneLine" ADD COLUMN     "busyTrigger" INTEGER,
ADD COLUMN     "maxCalls" INTEGER;

-- AlterTable
ALTER TABLE "DeviceProfileLine" ADD COLUMN     "busyTrigger" INTEGER,
ADD COLUMN     "maxCalls" INTEGER;

-- Written by hand: every line goes on with the limits that its directory number had for all of them.
UPDATE "PhoneLine" l SET "busyTrigger" = coalesce((n."settings" ->> 'busyTrigger')::integer, 1),
    "maxCalls" = coalesce((n."settings" ->> 'maxCalls')::integer, 2)
  FROM "DirectoryNumber" n WHERE n."id" = l."directoryNumberId";
UPDATE "DeviceProfileLine" l SET "busyTrigger" = coalesce((n."settings" ->> 'busyTrigger')::integer, 1),
    "maxCalls" = coalesce((n."settings" ->> 'maxCalls')::integer, 2)
  FROM "DirectoryNumber" n WHERE n."id" = l."directoryNumberId";

ALTER TABLE "PhoneLine" ALTER COLUMN "busyTrigger" SET NOT NULL, ALTER COLUMN "maxCalls" SET NOT NULL;
ALTER TABLE "DeviceProfileLine" ALTER COLUMN "busyTrigger" SET NOT NULL, ALTER COLUMN "maxCalls" SET NOT NULL;

-- The history tells of lines as they are from now on: what a phone runs, an old revision and an undo compare with what is saved. Of a
-- number that is gone, or is in another partition by now, what it would have is taken.
UPDATE "Revision" r SET "content" = jsonb_set(r."content", '{lines}', (
    SELECT jsonb_agg(e."line" || jsonb_build_object('busyTrigger', coalesce((n."settings" -> 'busyTrigger'), '1'),
        'maxCalls', coalesce((n."settings" -> 'maxCalls'), '2')) ORDER BY e."place")
      FROM jsonb_array_elements(r."content" -> 'lines') WITH ORDINALITY e("line", "place")
      LEFT JOIN LATERAL (SELECT d."settings" FROM "DirectoryNumber" d LEFT JOIN "Partition" p ON p."id" = d."partitionId"
        WHERE d."key" = lower(e."line" ->> 'directoryNumber')
        ORDER BY p."name" IS DISTINCT FROM (e."line" ->> 'partition'), d."id" LIMIT 1) n ON true))
  WHERE r."entity" IN ('phone', 'deviceProfile') AND jsonb_typeof(r."content" -> 'lines') = 'array'
    AND r."content" -> 'lines' <> '[]'::jsonb;
