-- listRenamings
SELECT
  o."entity",
  o."formerKey",
  o."formerPartition",
  o."name",
  o."partition",
  r."place"::float8 AS "place",
  coalesce(first."place"::float8, 0) AS "madeAt"
FROM
  "ChangeObject" o
  JOIN "Revision" r ON r."entity" = o."entity"
  AND r."entityId" = o."entityId"
  AND r."number" = o."lastNumber"
  LEFT JOIN "Revision" first ON first."entity" = o."entity"
  AND first."entityId" = o."entityId"
  AND first."number" = 1
WHERE
  o."formerKey" IS NOT NULL
  AND (o."entity", o."formerKey") IN (
    SELECT
      *
    FROM
      unnest($1::text[], $2::text[])
  );

-- countOtherUses
SELECT
  "id",
  count(*)::int AS "count"
FROM
  (
    SELECT
      "u"."partitionId" AS "id"
    FROM
      "DirectoryNumber" u
    WHERE
      "u"."partitionId" = ANY ($1::text[])
      AND ($2::text, "u"."id") NOT IN (
        SELECT
          *
        FROM
          unnest($3::text[], $4::text[])
      )
      AND NOT EXISTS (
        SELECT
          1
        FROM
          "ChangeObject" o
          JOIN "JobItem" i ON i."jobId" = $5
          AND i."position" = $6::int + 1 - o."position"
          AND i."state" = 'done'
        WHERE
          o."changeId" = $7
          AND o."entity" = $8
          AND o."entityId" = "u"."id"
      )
    UNION ALL
    SELECT
      "u"."partitionId" AS "id"
    FROM
      "RoutePattern" u
    WHERE
      "u"."partitionId" = ANY ($9::text[])
      AND ($10::text, "u"."id") NOT IN (
        SELECT
          *
        FROM
          unnest($11::text[], $12::text[])
      )
      AND NOT EXISTS (
        SELECT
          1
        FROM
          "ChangeObject" o
          JOIN "JobItem" i ON i."jobId" = $13
          AND i."position" = $14::int + 1 - o."position"
          AND i."state" = 'done'
        WHERE
          o."changeId" = $15
          AND o."entity" = $16
          AND o."entityId" = "u"."id"
      )
    UNION ALL
    SELECT
      "u"."partitionId" AS "id"
    FROM
      "CallingSearchSpaceMember" u
    WHERE
      "u"."partitionId" = ANY ($17::text[])
      AND ($18::text, "u"."callingSearchSpaceId") NOT IN (
        SELECT
          *
        FROM
          unnest($19::text[], $20::text[])
      )
      AND NOT EXISTS (
        SELECT
          1
        FROM
          "ChangeObject" o
          JOIN "JobItem" i ON i."jobId" = $21
          AND i."position" = $22::int + 1 - o."position"
          AND i."state" = 'done'
        WHERE
          o."changeId" = $23
          AND o."entity" = $24
          AND o."entityId" = "u"."callingSearchSpaceId"
      )
  ) u
GROUP BY
  1;

-- findLatestNumbers
SELECT
  w."id",
  (
    SELECT
      max(r."number")
    FROM
      "Revision" r
    WHERE
      r."entity" = $1
      AND r."entityId" = w."id"
  ) AS "number"
FROM
  unnest($2::text[]) w ("id");

-- returnsInDryRun
SELECT
  o."entityId",
  i."state"
FROM
  "ChangeObject" o
  LEFT JOIN "JobItem" i ON i."jobId" = $1
  AND i."position" = $2::int + 1 - o."position"
WHERE
  o."changeId" = $3
  AND o."entity" = $4
  AND o."nameKey" = $5
  AND o."action" = 'deleted';
