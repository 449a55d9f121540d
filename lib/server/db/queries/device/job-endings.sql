-- countItems
SELECT
  c."state",
  c."outcome",
  sum(c."count")::int AS "count"
FROM
  (
    SELECT
      i."jobId",
      i."state",
      i."outcome",
      count(*) AS "count"
    FROM
      "JobItem" i
    WHERE
      i."jobId" = $1
    GROUP BY
      1,
      2,
      3
    UNION ALL
    SELECT
      i."jobId",
      i."state",
      i."outcome",
      sum(cardinality(i."positions"))
    FROM
      "JobItemGroup" i
    WHERE
      i."jobId" = $2
    GROUP BY
      1,
      2,
      3
  ) c
GROUP BY
  1,
  2;

-- hurryJobs
UPDATE "Job" j
SET
  "dueAt" = least(
    "dueAt",
    $1::timestamp(3) + CASE
      WHEN (
        EXISTS (
          SELECT
            1
          FROM
            "JobItem" i
          WHERE
            i."jobId" = j."id"
            AND i."state" = 'waiting'
        )
        OR EXISTS (
          SELECT
            1
          FROM
            "JobItemGroup" g
          WHERE
            g."jobId" = j."id"
            AND g."state" = 'waiting'
        )
      )
      OR (
        EXISTS (
          SELECT
            1
          FROM
            "JobItem" i
          WHERE
            i."jobId" = j."id"
            AND i."state" = 'underway'
        )
        OR EXISTS (
          SELECT
            1
          FROM
            "JobItemGroup" g
          WHERE
            g."jobId" = j."id"
            AND g."state" = 'underway'
        )
      ) THEN $2::int * interval '1 millisecond'
      ELSE interval '0'
    END
  )
WHERE
  "id" = ANY ($3::text[])
  AND "dueAt" IS NOT NULL;

-- countCancelled
UPDATE "Job" j
SET
  "done" = c."done",
  "failed" = c."failed",
  "waiting" = c."waiting",
  "underway" = c."underway",
  "outcomes" = c."outcomes"
FROM
  (
    SELECT
      g."jobId",
      coalesce(
        sum("count") FILTER (
          WHERE
            "state" = 'done'
        ),
        0
      )::int AS "done",
      coalesce(
        sum("count") FILTER (
          WHERE
            "state" = 'failed'
        ),
        0
      )::int AS "failed",
      coalesce(
        sum("count") FILTER (
          WHERE
            "state" IN ('waiting', 'underway')
        ),
        0
      )::int AS "waiting",
      coalesce(
        sum("count") FILTER (
          WHERE
            "state" = 'underway'
        ),
        0
      )::int AS "underway",
      coalesce(
        jsonb_object_agg("outcome", "count") FILTER (
          WHERE
            "outcome" <> ''
        ),
        '{}'
      ) AS "outcomes"
    FROM
      (
        SELECT
          i."jobId",
          i."state",
          i."outcome",
          count(*) AS "count"
        FROM
          "JobItem" i
        WHERE
          i."jobId" IN (
            SELECT
              o."id"
            FROM
              "Job" o
            WHERE
              o."id" = ANY ($1::text[])
              AND o."state" = 'cancelled'
          )
        GROUP BY
          1,
          2,
          3
        UNION ALL
        SELECT
          i."jobId",
          i."state",
          i."outcome",
          sum(cardinality(i."positions"))
        FROM
          "JobItemGroup" i
        WHERE
          i."jobId" IN (
            SELECT
              o."id"
            FROM
              "Job" o
            WHERE
              o."id" = ANY ($2::text[])
              AND o."state" = 'cancelled'
          )
        GROUP BY
          1,
          2,
          3
      ) g
    GROUP BY
      g."jobId"
  ) c
WHERE
  j."id" = c."jobId";
