-- insertWaiting
WITH
  placed AS (
    SELECT
      *,
      (
        row_number() OVER (
          ORDER BY
            "address"
        ) - 1
      ) / $1::int AS "group"
    FROM
      (
        (
          select
            "position",
            "name",
            "partition",
            "objectId",
            "position" as "address"
          from
            "JobItem"
        )
      ) i
  ),
  made AS (
    INSERT INTO
      "JobItemGroup" ("id", "jobId", "firstPosition", "positions", "names", "partitions", "objectIds", "state")
    SELECT
      gen_random_uuid()::text,
      $2,
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      'waiting'
    FROM
      placed m
    GROUP BY
      m."group"
    RETURNING
      cardinality("positions") AS "count"
  )
SELECT
  coalesce(sum("count"), 0)::int AS "count"
FROM
  made;

-- splitFirst
INSERT INTO
  "JobItem" ("jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result")
SELECT
  g."jobId",
  m."position",
  m."name",
  m."partition",
  m."objectId",
  g."state",
  g."outcome",
  g."problems",
  g."result"
FROM
  "JobItemGroup" g
  CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
WHERE
  g."id" = ANY ($1::text[])
  AND m."position" = ANY ($2::int[]);

UPDATE "JobItemGroup" g
SET
  ("firstPosition", "positions", "names", "partitions", "objectIds") = (
    SELECT
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      )
    FROM
      unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
    WHERE
      m."position" <> ALL ($1::int[])
  )
WHERE
  g."id" = ANY ($2::text[]);

-- splitItems
INSERT INTO
  "JobItem" ("jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result")
SELECT
  g."jobId",
  m."position",
  m."name",
  m."partition",
  m."objectId",
  g."state",
  g."outcome",
  g."problems",
  g."result"
FROM
  "JobItemGroup" g
  CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
WHERE
  g."id" = ANY ($1::text[])
  AND m."position" = ANY ($2::int[]);

UPDATE "JobItemGroup" g
SET
  ("firstPosition", "positions", "names", "partitions", "objectIds") = (
    SELECT
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      )
    FROM
      unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
    WHERE
      m."position" <> ALL ($1::int[])
  )
WHERE
  g."id" = ANY ($2::text[]);

-- splitMembers
INSERT INTO
  "JobItem" ("jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result")
SELECT
  g."jobId",
  m."position",
  m."name",
  m."partition",
  m."objectId",
  g."state",
  g."outcome",
  g."problems",
  g."result"
FROM
  "JobItemGroup" g
  CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
WHERE
  g."id" = ANY ($1::text[])
  AND m."position" = ANY ($2::int[]);

UPDATE "JobItemGroup" g
SET
  ("firstPosition", "positions", "names", "partitions", "objectIds") = (
    SELECT
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      )
    FROM
      unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
    WHERE
      m."position" <> ALL ($1::int[])
  )
WHERE
  g."id" = ANY ($2::text[]);

-- moveMembers
UPDATE "JobItemGroup" g
SET
  "state" = r."state",
  "outcome" = r."outcome",
  "problems" = r."problems",
  "result" = coalesce(r."result", g."result")
FROM
  jsonb_populate_record(NULL::"JobItemGroup", $1::jsonb) r
WHERE
  g."id" = $2;

INSERT INTO
  "JobItemGroup" (
    "id",
    "jobId",
    "firstPosition",
    "positions",
    "names",
    "partitions",
    "objectIds",
    "state",
    "outcome",
    "problems",
    "result"
  )
SELECT
  $1,
  g."jobId",
  t.*,
  r."state",
  r."outcome",
  r."problems",
  coalesce(r."result", g."result")
FROM
  "JobItemGroup" g
  CROSS JOIN jsonb_populate_record(NULL::"JobItemGroup", $2::jsonb) r
  CROSS JOIN LATERAL (
    SELECT
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      )
    FROM
      unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
    WHERE
      m."position" = ANY ($3::int[])
  ) t
WHERE
  g."id" = $4;

UPDATE "JobItemGroup" g
SET
  ("firstPosition", "positions", "names", "partitions", "objectIds") = (
    SELECT
      coalesce(min(m."position"), 0),
      coalesce(
        array_agg(
          "m"."position"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."name"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."partition"
          ORDER BY
            m."position"
        ),
        '{}'
      ),
      coalesce(
        array_agg(
          "m"."objectId"
          ORDER BY
            m."position"
        ),
        '{}'
      )
    FROM
      unnest(g."positions", g."names", g."partitions", g."objectIds") AS "m" ("position", "name", "partition", "objectId")
    WHERE
      m."position" <> ALL ($1::int[])
  )
WHERE
  g."id" = ANY ($2::text[]);
