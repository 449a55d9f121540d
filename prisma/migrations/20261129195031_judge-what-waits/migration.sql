-- Written by hand: what waited before requests followed the configuration is judged once.
INSERT INTO "CallLetter" ("cluster", "dueAt", "event")
  SELECT '', coalesce((SELECT s."value"::timestamp FROM "Setting" s WHERE s."name" = 'manualClock'), now() AT TIME ZONE 'UTC'),
    jsonb_build_object('id', gen_random_uuid()::text, 'kind', 'configuration',
    'concerns', '["guard", "numbers", "policy", "routes"]'::jsonb, 'after', NULL)
  WHERE EXISTS (SELECT 1 FROM "CallBackRequest" WHERE "state" <> 'ended')
    OR EXISTS (SELECT 1 FROM "CallEntity" WHERE "kind" IN ('calls', 'served'));
