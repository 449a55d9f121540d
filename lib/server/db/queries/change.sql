-- addToChange
INSERT INTO
  "Change" ("id", "kind", "by", "at", "reason", "undoes", "total")
SELECT
  "id",
  "kind",
  "by",
  "at",
  "reason",
  "undoes",
  "total"
FROM
  jsonb_populate_recordset(jsonb_populate_record(NULL::"Change", $1::jsonb), $2::jsonb)
ON CONFLICT DO NOTHING;

INSERT INTO
  "ChangeObject" (
    "changeId",
    "position",
    "entity",
    "entityId",
    "name",
    "partition",
    "nameKey",
    "action",
    "formerKey",
    "formerPartition",
    "firstNumber",
    "lastNumber"
  )
SELECT
  "changeId",
  "position",
  "entity",
  "entityId",
  "name",
  "partition",
  "nameKey",
  "action",
  "formerKey",
  "formerPartition",
  "firstNumber",
  "lastNumber"
FROM
  jsonb_populate_recordset(jsonb_populate_record(NULL::"ChangeObject", $1::jsonb), $2::jsonb);

SELECT
  *
FROM
  "ChangeObject"
WHERE
  "changeId" = $1
  AND ("entity", "entityId") IN (
    SELECT
      *
    FROM
      unnest($2::text[], $3::text[])
  );
