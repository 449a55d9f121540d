-- insertUnlessThere
INSERT INTO
  "Partition" (
    "id",
    "name",
    "key",
    "description",
    "descriptionKey",
    "settings",
    "version",
    "createdAt",
    "updatedAt",
    "updatedBy"
  )
SELECT
  "id",
  "name",
  "key",
  "description",
  "descriptionKey",
  "settings",
  "version",
  "createdAt",
  "updatedAt",
  "updatedBy"
FROM
  jsonb_populate_recordset(jsonb_populate_record(NULL::"Partition", $1::jsonb), $2::jsonb)
ON CONFLICT DO NOTHING;

SELECT
  "id"
FROM
  "Partition"
WHERE
  "id" = ANY ($1::text[]);
