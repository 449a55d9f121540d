-- saveGroup
UPDATE "DeviceState" s
SET
  "phase" = "r"."phase",
  "dueAt" = "r"."dueAt",
  "underway" = jsonb_set(r."underway", '{actions,0}', to_jsonb($1::text || ':' || m."position"))
FROM
  unnest($2::text[], $3::int[]) m ("address", "position"),
  jsonb_populate_record(NULL::"DeviceState", $4::jsonb) r
WHERE
  s.ctid = m."address"::tid;
