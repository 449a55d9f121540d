-- insertRows
INSERT INTO
  "Setting" ("name", "value")
SELECT
  "name",
  "value"
FROM
  jsonb_populate_recordset(jsonb_populate_record(NULL::"Setting", $1::jsonb), $2::jsonb)
ON CONFLICT DO NOTHING;

-- updateRows
UPDATE "Setting" t
SET
  "value" = "r"."value"
FROM
  jsonb_populate_recordset(NULL::"Setting", $1::jsonb) r
WHERE
  "t"."name" = "r"."name";
