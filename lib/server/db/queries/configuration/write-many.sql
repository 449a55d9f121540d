-- saveObjects
UPDATE "CallingSearchSpace" t
SET
  "name" = "r"."name",
  "key" = "r"."key",
  "description" = "r"."description",
  "descriptionKey" = "r"."descriptionKey",
  "settings" = "r"."settings",
  "version" = "r"."version",
  "updatedAt" = "r"."updatedAt",
  "updatedBy" = "r"."updatedBy"
FROM
  jsonb_populate_recordset(NULL::"CallingSearchSpace", $1::jsonb) r
WHERE
  "t"."id" = "r"."id"
  AND t."version" = r."version" - 1;

DELETE FROM "CallingSearchSpaceMember"
WHERE
  "callingSearchSpaceId" = ANY ($1::text[]);

-- deleteObjects
DELETE FROM "Partition"
WHERE
  "id" = ANY ($1::text[]);

-- takenValues
SELECT
  "key" AS "value"
FROM
  "Partition"
WHERE
  "key" = ANY ($1::text[])
  AND NOT "id" = ANY ($2::text[]);
