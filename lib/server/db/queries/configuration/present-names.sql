-- presentNames
SELECT
  w."position"::int AS "position",
  o."name"
FROM
  unnest($1::text[], $2::timestamp(3) []) WITH ORDINALITY AS w ("name", "at", "position")
  CROSS JOIN LATERAL (
    SELECT
      r."entityId"
    FROM
      "Revision" r
    WHERE
      r."entity" = $3
      AND r."entityName" = w."name"
      AND r."at" <= w."at"
    ORDER BY
      r."at" DESC,
      r."place" DESC
    LIMIT
      1
  ) h
  JOIN "Partition" o ON o."id" = h."entityId";
