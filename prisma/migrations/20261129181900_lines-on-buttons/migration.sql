-- Written by hand: a phone runs a line only on a button. Until now every line that a phone had downloaded was in RunningLine.
-- Which lines are on buttons follows from the revisions that the phone runs: its buttons are the first ones of its template,
-- as many as it and its expansion modules have (the figures of the catalogue when this was written), and the first Line
-- button carries line 1, the second line 2.
CREATE TEMPORARY TABLE "LineBefore" AS SELECT * FROM "RunningLine";
DELETE FROM "RunningLine";

WITH model("name", "buttons") AS (VALUES
  ('Cisco 6901', 1), ('Cisco 6911', 1), ('Cisco 6921', 2), ('Cisco 6941', 4), ('Cisco 6945', 4), ('Cisco 6961', 12),
  ('Cisco 7811', 1), ('Cisco 7821', 2), ('Cisco 7841', 4), ('Cisco 7861', 16), ('Cisco 7832', 1), ('Cisco 7902', 1),
  ('Cisco 7910', 1), ('Cisco 7935', 1), ('Cisco 7936', 1), ('Cisco 7937', 1), ('Cisco 7985', 1), ('Cisco 7920', 6),
  ('Cisco 7921', 6), ('Cisco 7925', 6), ('Cisco 7926', 6), ('Cisco 7905', 1), ('Cisco 7906', 1), ('Cisco 7911', 1),
  ('Cisco 7912', 1), ('Cisco 7940', 2), ('Cisco 7941', 2), ('Cisco 7941G-GE', 2), ('Cisco 7942', 2), ('Cisco 7945', 2),
  ('Cisco 7960', 6), ('Cisco 7961', 6), ('Cisco 7961G-GE', 6), ('Cisco 7962', 6), ('Cisco 7965', 6), ('Cisco 7970', 8),
  ('Cisco 7971', 8), ('Cisco 7975', 8), ('Cisco 7931', 24), ('Cisco 8811', 5), ('Cisco 8841', 5), ('Cisco 8845', 5),
  ('Cisco 8851', 5), ('Cisco 8851NR', 5), ('Cisco 8861', 5), ('Cisco 8865', 5), ('Cisco 8865NR', 5), ('Cisco 8821', 6),
  ('Cisco 8831', 1), ('Cisco 8832', 1), ('Cisco 8832NR', 1), ('Cisco 8875', 10), ('Cisco 8875NR', 10),
  ('Cisco 8811NS', 5), ('Cisco 8841NS', 5), ('Cisco 8851NS', 5), ('Cisco 8941', 4), ('Cisco 8945', 4), ('Cisco 8961', 5),
  ('Cisco 9951', 5), ('Cisco 9971', 6), ('Cisco IP Communicator', 8), ('Cisco VGC Phone', 1), ('Cisco ATA 186', 1),
  ('Analog Phone', 1)),
expansion("name", "buttons") AS (VALUES
  ('7914 14-Button Line Expansion Module', 14), ('7915 12-Button Line Expansion Module', 12),
  ('7915 24-Button Line Expansion Module', 24), ('7916 12-Button Line Expansion Module', 12),
  ('7916 24-Button Line Expansion Module', 24), ('CKEM 36-Button Line Expansion Module', 36),
  ('VKEM 36-Button Line Expansion Module', 36), ('BEKEM 36-Button Line Expansion Module', 36),
  ('CP-8800-Audio 28-Button Key Expansion Module', 28), ('CP-8800-Video 28-Button Key Expansion Module', 28)),
running AS (
  SELECT s."phoneId", s."directoryNumbers", p."content" AS "phone", b."content" -> 'buttons' AS "buttons",
    CASE WHEN jsonb_array_length(coalesce(u."content" -> 'lines', '[]')) > 0 THEN u."content" -> 'lines'
      ELSE p."content" -> 'lines' END AS "lines"
  FROM "EachDeviceState" s
  JOIN "Revision" p ON p."entity" = 'phone' AND p."entityId" = s."phoneId" AND p."number" = s."phoneRevision"
  JOIN "Revision" b ON b."entity" = 'phoneButtonTemplate' AND b."entityId" = s."phoneButtonTemplateId"
    AND b."number" = s."phoneButtonTemplateRevision"
  LEFT JOIN "Revision" u ON u."entity" = 'deviceProfile' AND u."entityId" = s."deviceProfileId"
    AND u."number" = s."deviceProfileRevision"),
onButtons AS (
  SELECT r.*, (SELECT count(*) FROM jsonb_array_elements(r."buttons") WITH ORDINALITY f("value", "place")
    WHERE f."value" ->> 'feature' = 'Line' AND f."place" <= m."buttons" + (SELECT coalesce(sum(e."buttons"), 0)
      FROM jsonb_array_elements_text(coalesce(r."phone" -> 'expansionModules', '[]')) x("name") JOIN expansion e ON e."name" = x."name")
    ) AS "lineButtons"
  FROM running r JOIN model m ON m."name" = r."phone" ->> 'model')
INSERT INTO "RunningLine" ("directoryNumberId", "phoneId")
SELECT DISTINCT n."value" ->> 'id', o."phoneId" FROM onButtons o
CROSS JOIN LATERAL jsonb_array_elements(o."lines") WITH ORDINALITY l("value", "place")
JOIN LATERAL jsonb_array_elements(o."directoryNumbers") WITH ORDINALITY n("value", "place") ON n."place" = l."place"
WHERE (l."value" ->> 'index')::int <= o."lineButtons";

-- Who waits for a number that has lost a phone may have been kept waiting by it: such watches are judged anew, some at a time.
INSERT INTO "CallLetter" ("cluster", "dueAt", "event")
SELECT '', coalesce((SELECT s."value"::timestamp FROM "Setting" s WHERE s."name" = 'manualClock'), now() AT TIME ZONE 'UTC'),
  jsonb_build_object('id', gen_random_uuid(), 'kind', 'watchesChanged', 'watches', jsonb_agg(w."key" ORDER BY w."key"))
FROM (SELECT e."key", row_number() OVER (ORDER BY e."key") AS "place" FROM "CallEntity" e
  WHERE e."cluster" = '' AND e."kind" = 'watches' AND EXISTS (SELECT 1 FROM "LineBefore" b WHERE b."directoryNumberId" = e."key"
    AND NOT EXISTS (SELECT 1 FROM "RunningLine" l WHERE l."directoryNumberId" = b."directoryNumberId" AND l."phoneId" = b."phoneId"))) w
GROUP BY w."place" / 500;
DROP TABLE "LineBefore";
