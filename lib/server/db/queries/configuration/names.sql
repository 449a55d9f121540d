-- loadNames
WITH
  "names0" AS (
    SELECT
      $1::text AS "kind",
      r."id",
      "r"."name" AS "name",
      r."key",
      '' AS "partitionKey",
      '{}'::jsonb AS "facts"
    FROM
      "SoftkeyTemplate" r
    WHERE
      r."key" = ANY ($2::text[])
    ORDER BY
      r."id"
    FOR KEY SHARE OF
      r
  ),
  "names1" AS (
    SELECT
      $3::text AS "kind",
      r."id",
      "r"."name" AS "name",
      r."key",
      '' AS "partitionKey",
      jsonb_build_object('kind', r."kind", 'isInstalled', r."isInstalled") AS "facts"
    FROM
      "Locale" r
    WHERE
      r."key" = ANY ($4::text[])
    ORDER BY
      r."id"
    FOR SHARE OF
      r
  ),
  "names2" AS (
    SELECT
      $5::text AS "kind",
      r."id",
      "r"."pattern" AS "name",
      r."key",
      coalesce(
        (
          SELECT
            p."key"
          FROM
            "Partition" p
          WHERE
            p."id" = r."partitionId"
        ),
        ''
      ) AS "partitionKey",
      jsonb_strip_nulls(jsonb_build_object('busyTrigger', r."settings" -> 'busyTrigger', 'maxCalls', r."settings" -> 'maxCalls')) AS "facts"
    FROM
      "DirectoryNumber" r
    WHERE
      r."key" = ANY ($6::text[])
    ORDER BY
      r."id"
    FOR KEY SHARE OF
      r
  )
SELECT
  *
FROM
  "names0"
UNION ALL
SELECT
  *
FROM
  "names1"
UNION ALL
SELECT
  *
FROM
  "names2";
