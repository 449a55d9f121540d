-- takeDueGroups
WITH
  first AS (
    SELECT
      "id",
      "dueAt",
      sum("phoneCount") OVER (
        ORDER BY
          "dueAt",
          "id"
      ) - "phoneCount" AS "before"
    FROM
      (
        SELECT
          "id",
          "dueAt",
          "phoneCount"
        FROM
          "DueGroup"
        WHERE
          "timerKind" = $1
          AND "dueAt" <= $2::timestamp(3)
        ORDER BY
          "dueAt",
          "id"
        LIMIT
          $3::int
      ) d
  )
DELETE FROM "DueGroup" g USING first f
WHERE
  g."id" = f."id"
  AND f."before" < $4::int
RETURNING
  g."dueAt",
  to_jsonb(g."phoneIds") AS "phoneIds",
  g."itemGroupId";
