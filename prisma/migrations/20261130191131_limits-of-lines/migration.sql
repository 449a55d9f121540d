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

-- The history tells of lines as they are from now on: what a phone runs, an old revision and an undo compare with what is saved. A
-- number that is called otherwise by now is found on the line of the same index; of one that is gone, or is in another partition, what
-- it would have is taken.
UPDATE "Revision" r SET "content" = jsonb_set(r."content", '{lines}', (
    SELECT jsonb_agg(e."line" || jsonb_build_object('busyTrigger', coalesce(n."busyTrigger", '1'),
        'maxCalls', coalesce(n."maxCalls", '2')) ORDER BY e."place")
      FROM jsonb_array_elements(r."content" -> 'lines') WITH ORDINALITY e("line", "place")
      LEFT JOIN LATERAL (
        SELECT d."settings" -> 'busyTrigger' AS "busyTrigger", d."settings" -> 'maxCalls' AS "maxCalls", d."id",
            CASE WHEN p."name" IS DISTINCT FROM (e."line" ->> 'partition') THEN 3 ELSE 1 END AS "rank"
          FROM "DirectoryNumber" d LEFT JOIN "Partition" p ON p."id" = d."partitionId"
          WHERE d."key" = lower(e."line" ->> 'directoryNumber')
        UNION ALL SELECT to_jsonb(l."busyTrigger"), to_jsonb(l."maxCalls"), '', 2 FROM "PhoneLine" l
          WHERE r."entity" = 'phone' AND l."phoneId" = r."entityId" AND l."index" = (e."line" ->> 'index')::integer
        UNION ALL SELECT to_jsonb(l."busyTrigger"), to_jsonb(l."maxCalls"), '', 2 FROM "DeviceProfileLine" l
          WHERE r."entity" = 'deviceProfile' AND l."deviceProfileId" = r."entityId" AND l."index" = (e."line" ->> 'index')::integer
        ORDER BY "rank", "id" LIMIT 1) n ON true))
  WHERE r."entity" IN ('phone', 'deviceProfile') AND jsonb_typeof(r."content" -> 'lines') = 'array'
    AND r."content" -> 'lines' <> '[]'::jsonb;

-- Numbers of other clusters that were changed on a phone are stored whole; all their lines have the limits of the number.
UPDATE "CallEntity" SET "value" = "value" || '{"lineLimits": []}'
  WHERE "kind" = 'numbers' AND "value" ->> 'kind' = 'directoryNumber' AND NOT "value" ? 'lineLimits';
