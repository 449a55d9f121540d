-- isAnyWatched
SELECT
  EXISTS (
    SELECT
      1
    FROM
      (
        SELECT DISTINCT
          m."number" ->> 'id' AS "directoryNumberId",
          s."phoneId"
        FROM
          "DeviceState" s
          CROSS JOIN LATERAL jsonb_array_elements(s."directoryNumbers") WITH ORDINALITY AS m ("number", "place")
        WHERE
          s."phoneId" = ANY ($1::text[])
          AND m."place" - 1 = ANY ($2::int[])
      ) n
      JOIN "CallEntity" w ON w."cluster" = ''
      AND w."kind" = 'watches'
      AND w."key" = n."directoryNumberId"
  ) AS "isWatched";

-- saveRunningLinesOfMany
INSERT INTO
  "RunningLine" ("directoryNumberId", "phoneId")
SELECT DISTINCT
  m."number" ->> 'id' AS "directoryNumberId",
  s."phoneId"
FROM
  "DeviceState" s
  CROSS JOIN LATERAL jsonb_array_elements(s."directoryNumbers") WITH ORDINALITY AS m ("number", "place")
WHERE
  s."phoneId" = ANY ($1::text[])
  AND m."place" - 1 = ANY ($2::int[]);
