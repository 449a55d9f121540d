-- listDeviceAlarms
select
  *
from
  (
    select
      "id",
      "at",
      "name",
      "severity",
      "phone",
      "parameters",
      "t"."at" as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "DeviceAlarm" as "t"
    where
      TRUE
      and TRUE
    order by
      "t"."at" desc,
      "t"."id" desc
    limit
      $1
  ) as "one"
union all
select
  *
from
  (
    select
      "id",
      "at",
      "name",
      "severity",
      "phone",
      "parameters",
      "t"."at" as "sortValue",
      "t"."id" as "tieBreaker"
    from
      (
        SELECT
          g."id" || lpad(m."place"::text, $2::int, '0') AS "id",
          g."at",
          g."name",
          g."severity",
          m."phone",
          g."parameters"
        FROM
          (
            SELECT
              *
            FROM
              "DeviceAlarmGroup" one
            WHERE
              EXISTS (
                SELECT
                  1
                FROM
                  (
                    SELECT
                      g."id" || lpad(m."place"::text, $3::int, '0') AS "id",
                      g."at",
                      g."name",
                      g."severity",
                      m."phone",
                      g."parameters"
                    FROM
                      (
                        SELECT
                          one.*
                      ) g
                      CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m ("phone", "place")
                  ) t
                WHERE
                  TRUE
                  AND TRUE
              )
            ORDER BY
              one."at" desc,
              one."id" desc
            LIMIT
              $4
          ) g
          CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m ("phone", "place")
      ) as "t"
    where
      TRUE
      and TRUE
    order by
      "t"."at" desc,
      "t"."id" desc
    limit
      $5
  ) as "many"
order by
  "sortValue" desc,
  "id" desc
limit
  $6;

select
  (
    (
      SELECT
        count(*)
      FROM
        "DeviceAlarm" t
      WHERE
        TRUE
    ) + (
      SELECT
        coalesce(sum(cardinality("phones")), 0)
      FROM
        "DeviceAlarmGroup"
    )
  )::int as "total";

select
  *
from
  (
    select
      "id",
      "at",
      "name",
      "severity",
      "phone",
      "parameters",
      lower("t"."phone") as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "DeviceAlarm" as "t"
    where
      (lower("t"."name") LIKE $1)
      and TRUE
    order by
      lower("t"."phone") asc,
      "t"."id" asc
    limit
      $2
  ) as "one"
union all
select
  *
from
  (
    select
      "id",
      "at",
      "name",
      "severity",
      "phone",
      "parameters",
      lower("t"."phone") as "sortValue",
      "t"."id" as "tieBreaker"
    from
      (
        SELECT
          g."id" || lpad(m."place"::text, $3::int, '0') AS "id",
          g."at",
          g."name",
          g."severity",
          m."phone",
          g."parameters"
        FROM
          "DeviceAlarmGroup" g
          CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m ("phone", "place")
      ) as "t"
    where
      (lower("t"."name") LIKE $4)
      and TRUE
    order by
      lower("t"."phone") asc,
      "t"."id" asc
    limit
      $5
  ) as "many"
order by
  "sortValue" asc,
  "id" asc
limit
  $6;

select
  (
    (
      SELECT
        count(*)
      FROM
        "DeviceAlarm" t
      WHERE
        (lower("t"."name") LIKE $1)
    ) + (
      SELECT
        count(*)
      FROM
        (
          SELECT
            g."id" || lpad(m."place"::text, $2::int, '0') AS "id",
            g."at",
            g."name",
            g."severity",
            m."phone",
            g."parameters"
          FROM
            "DeviceAlarmGroup" g
            CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m ("phone", "place")
        ) t
      WHERE
        (lower("t"."name") LIKE $3)
    )
  )::int as "total";
