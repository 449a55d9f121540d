-- listUses
SELECT
  $1::text AS "kind",
  count(*)::int AS "count"
FROM
  "DirectoryNumber" t
WHERE
  "t"."partitionId" = $2
UNION ALL
SELECT
  $3::text AS "kind",
  count(*)::int AS "count"
FROM
  "RoutePattern" t
WHERE
  "t"."partitionId" = $4
UNION ALL
SELECT
  $5::text AS "kind",
  count(*)::int AS "count"
FROM
  "CallingSearchSpace" t
WHERE
  t."id" IN (
    SELECT
      "c"."callingSearchSpaceId"
    FROM
      "CallingSearchSpaceMember" c
    WHERE
      "c"."partitionId" = $6
  );

(
  SELECT
    $1::text AS "kind",
    "t"."pattern" AS "name",
    t."key" AS "key",
    (
      SELECT
        p."name"
      FROM
        "Partition" p
      WHERE
        p."id" = t."partitionId"
    ) AS "partition"
  FROM
    "DirectoryNumber" t
  WHERE
    "t"."partitionId" = $2
  ORDER BY
    t."key"
  LIMIT
    $3
)
UNION ALL
(
  SELECT
    $4::text AS "kind",
    "t"."name" AS "name",
    t."key" AS "key",
    NULL::text AS "partition"
  FROM
    "CallingSearchSpace" t
  WHERE
    t."id" IN (
      SELECT
        "c"."callingSearchSpaceId"
      FROM
        "CallingSearchSpaceMember" c
      WHERE
        "c"."partitionId" = $5
    )
  ORDER BY
    t."key"
  LIMIT
    $6
);
