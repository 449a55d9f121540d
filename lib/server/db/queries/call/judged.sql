-- listJudged
SELECT DISTINCT
  j."kind",
  j."key"
FROM
  (
    SELECT
      e."kind",
      e."key"
    FROM
      "CallEntity" e
    WHERE
      e."cluster" = $1
      AND (
        e."kind" = 'served'
        OR (
          e."kind" = 'calls'
          AND (
            e."value" -> 'outbound' ->> 'cluster' IS NOT NULL
            OR e."value" -> 'caller' ->> 'kind' = 'remote'
          )
        )
      )
    UNION ALL
    SELECT
      'requests',
      q."id"
    FROM
      "CallBackRequest" q
    WHERE
      q."cluster" = $2
      AND q."state" <> 'ended'
      AND q."value" -> 'target' ->> 'kind' = 'remote'
    UNION ALL
    SELECT
      'requests' AS "kind",
      q."id" AS "key"
    FROM
      "CallBackRequest" q
      LEFT JOIN "DirectoryNumber" n ON n."id" = q."value" -> 'target' ->> 'number'
    WHERE
      q."cluster" = $3
      AND q."state" <> 'ended'
      AND q."value" -> 'target' ->> 'kind' = 'local'
      AND (
        n."id" IS NULL
        OR q."value" -> 'target' ->> 'watched' <> n."id"
        OR n."key" <> upper(q."value" -> 'target' ->> 'digits')
        OR EXISTS (
          SELECT
            1
          FROM
            "CtiRoutePoint" r
          WHERE
            r."directoryNumberId" = n."id"
        )
      )
    UNION ALL
    SELECT
      'served',
      e."key"
    FROM
      "CallEntity" e
      LEFT JOIN "DirectoryNumber" n ON n."id" = e."value" ->> 'watched'
    WHERE
      e."cluster" = $4
      AND e."kind" = 'served'
      AND (
        n."id" IS NULL
        OR n."key" <> upper(e."value" ->> 'digits')
        OR EXISTS (
          SELECT
            1
          FROM
            "CtiRoutePoint" r
          WHERE
            r."directoryNumberId" = n."id"
        )
      )
    UNION ALL
    SELECT
      'watches' AS "kind",
      q."value" -> 'target' ->> 'watched' AS "key"
    FROM
      "CallBackRequest" q
    WHERE
      q."cluster" = $5
      AND q."state" IN ('ready', 'calling')
      AND q."value" -> 'target' ->> 'kind' = 'local'
    UNION ALL
    SELECT
      'watches',
      e."value" ->> 'watched'
    FROM
      "CallEntity" e
    WHERE
      e."cluster" = $6
      AND e."kind" = 'served'
      AND e."value" ->> 'state' IN ('notified', 'calling')
    UNION ALL
    SELECT
      'guards' AS "kind",
      t."owner" AS "key"
    FROM
      "CallTimer" t
    WHERE
      t."cluster" = $7
      AND t."kind" = 'guard'
  ) j
WHERE
  (j."kind" COLLATE "C", j."key" COLLATE "C") > ($8::text COLLATE "C", $9::text COLLATE "C")
ORDER BY
  1,
  2
LIMIT
  $10;

-- listWorlds
SELECT
  e."cluster"
FROM
  "CallEntity" e
WHERE
  e."cluster" <> ''
UNION
SELECT
  q."cluster"
FROM
  "CallBackRequest" q
WHERE
  q."cluster" <> ''
  AND q."state" <> 'ended'
ORDER BY
  1;
