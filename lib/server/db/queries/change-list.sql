-- listChanges
select
  "t"."id",
  "t"."kind",
  "t"."by",
  "t"."reason",
  "t"."at",
  "t"."total",
  "t"."undoes",
  (
    SELECT
      u."id"
    FROM
      "Change" u
    WHERE
      u."id" = t."undoneBy"
  ) as "undoneBy",
  (
    SELECT
      jsonb_build_object('kind', o."entity", 'name', o."name", 'partition', o."partition", 'action', o."action")
    FROM
      "ChangeObject" o
    WHERE
      o."changeId" = t."id"
      AND o."position" = t."total"
  ) as "object",
  "t"."at" as "sortValue",
  "t"."place" as "tieBreaker"
from
  "Change" as "t"
where
  (
    t."id" IN (
      SELECT
        o."changeId"
      FROM
        "ChangeObject" o
      WHERE
        "o"."nameKey" LIKE $1
    )
    AND "t"."at" > $2::timestamp(3)
  )
  and TRUE
order by
  "t"."at" desc,
  "t"."place" desc
limit
  $3;

select
  count(*)::int as "total"
from
  "Change" as "t"
where
  (
    t."id" IN (
      SELECT
        o."changeId"
      FROM
        "ChangeObject" o
      WHERE
        "o"."nameKey" LIKE $1
    )
    AND "t"."at" > $2::timestamp(3)
  );

select
  "t"."id",
  "t"."kind",
  "t"."by",
  "t"."reason",
  "t"."at",
  "t"."total",
  "t"."undoes",
  (
    SELECT
      u."id"
    FROM
      "Change" u
    WHERE
      u."id" = t."undoneBy"
  ) as "undoneBy",
  (
    SELECT
      jsonb_build_object('kind', o."entity", 'name', o."name", 'partition', o."partition", 'action', o."action")
    FROM
      "ChangeObject" o
    WHERE
      o."changeId" = t."id"
      AND o."position" = t."total"
  ) as "object",
  "t"."at" as "sortValue",
  "t"."place" as "tieBreaker"
from
  "Change" as "t"
where
  (
    (
      t."id" IN (
        SELECT
          o."changeId"
        FROM
          "ChangeObject" o
        WHERE
          o."entity" = $1
          AND o."nameKey" = $2
          AND coalesce(o."partition", '') ILIKE $3
      )
      OR t."id" IN (
        SELECT
          o."changeId"
        FROM
          "ChangeObject" o
        WHERE
          o."entity" = $4
          AND o."formerKey" = $5
          AND coalesce(o."formerPartition", '') ILIKE $6
      )
    )
  )
  and TRUE
order by
  "t"."at" desc,
  "t"."place" desc
limit
  $7;

select
  count(*)::int as "total"
from
  "Change" as "t"
where
  (
    (
      t."id" IN (
        SELECT
          o."changeId"
        FROM
          "ChangeObject" o
        WHERE
          o."entity" = $1
          AND o."nameKey" = $2
          AND coalesce(o."partition", '') ILIKE $3
      )
      OR t."id" IN (
        SELECT
          o."changeId"
        FROM
          "ChangeObject" o
        WHERE
          o."entity" = $4
          AND o."formerKey" = $5
          AND coalesce(o."formerPartition", '') ILIKE $6
      )
    )
  );

-- findChange
select
  "t"."id",
  "t"."kind",
  "t"."by",
  "t"."reason",
  "t"."at",
  "t"."total",
  "t"."undoes",
  (
    SELECT
      u."id"
    FROM
      "Change" u
    WHERE
      u."id" = t."undoneBy"
  ) as "undoneBy",
  (
    SELECT
      jsonb_build_object('kind', o."entity", 'name', o."name", 'partition', o."partition", 'action', o."action")
    FROM
      "ChangeObject" o
    WHERE
      o."changeId" = t."id"
      AND o."position" = t."total"
  ) as "object"
from
  "Change" as "t"
where
  "t"."id" = $1;

-- findVersions
SELECT
  r."entityId",
  r."number",
  r."action",
  r."content",
  r."place"::float8 AS "place"
FROM
  jsonb_to_recordset($1::jsonb) AS w ("entity" text, "entityId" text, "number" int)
  JOIN "Revision" r USING ("entity", "entityId", "number");
