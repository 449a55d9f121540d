-- copyItems
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
            "i"."position",
            "i"."name",
            "i"."partition",
            "i"."position" as "address",
            "i"."objectId" as "objectId"
          from
            "EachJobItem" as "i"
          where
            "i"."jobId" = $2
            and "i"."state" = $3
        )
      ) i
  ),
  made AS (
    INSERT INTO
      "JobItemGroup" ("id", "jobId", "firstPosition", "positions", "names", "partitions", "objectIds", "state")
    SELECT
      gen_random_uuid()::text,
      $4,
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
            "i"."position",
            "i"."name",
            "i"."partition",
            "i"."position" as "address",
            coalesce(
              "i"."objectId",
              (
                select
                  "p"."id"
                from
                  "Phone" as "p"
                where
                  "p"."key" = lower("i"."name")
              )
            ) as "objectId"
          from
            "EachJobItem" as "i"
          where
            "i"."jobId" = $2
            and "i"."outcome" = $3
        )
      ) i
  ),
  made AS (
    INSERT INTO
      "JobItemGroup" ("id", "jobId", "firstPosition", "positions", "names", "partitions", "objectIds", "state")
    SELECT
      gen_random_uuid()::text,
      $4,
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

-- countProblems
select
  i."problems" -> 0 as "problem",
  count(*)::int as "count"
from
  "EachJobItem" as "i"
where
  "i"."jobId" = $1
  and "i"."state" = $2
  and i."problems" -> 0 is not null
group by
  i."problems" -> 0
order by
  "count" desc,
  "problem"
limit
  $3;

select
  count(*)::int as "total"
from
  "EachJobItem" as "i"
where
  "i"."jobId" = $1
  and "i"."state" = $2;

-- listJobItems
select
  *
from
  "EachJobItem" as "i"
where
  "i"."jobId" = $1
  and "i"."state" = $2
  and "i"."position" > $3
order by
  "i"."position"
limit
  $4;

select
  count(*)::int as "total"
from
  "EachJobItem" as "i"
where
  "i"."jobId" = $1
  and "i"."state" = $2;

-- chooseItems
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
        SELECT
          row_number() OVER (
            ORDER BY
              t."key",
              t."id"
          )::int AS "position",
          "t"."pattern" AS "name",
          (
            SELECT
              p."name"
            FROM
              "Partition" p
            WHERE
              p."id" = t."partitionId"
          ) AS "partition",
          t."id" AS "objectId",
          t.ctid AS "address"
        FROM
          "DirectoryNumber" t
        WHERE
          TRUE
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

-- nameItems
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
        SELECT
          "position",
          "name",
          "partition",
          "objectId",
          "position" AS "address"
        FROM
          jsonb_to_recordset($2::jsonb) AS n ("position" int, "name" text, "partition" text, "objectId" text)
      ) i
  ),
  made AS (
    INSERT INTO
      "JobItemGroup" ("id", "jobId", "firstPosition", "positions", "names", "partitions", "objectIds", "state")
    SELECT
      gen_random_uuid()::text,
      $3,
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
