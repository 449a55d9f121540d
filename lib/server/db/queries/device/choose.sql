-- chooseUsers
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
            row_number() OVER (
              ORDER BY
                p."key"
            )::int as "position",
            "p"."name",
            NULL as "partition",
            "p"."id" as "objectId",
            s.ctid as "address"
          from
            "Phone" as "p"
            inner join "DeviceState" as "s" on "s"."phoneId" = "p"."id"
            left join "DeviceProfile" as "u" on "u"."id" = "s"."loginProfileId"
            left join "CommonDeviceConfiguration" as "c" on "c"."id" = "p"."commonDeviceConfigurationId"
            left join "SoftkeyTemplate" as "k" on "k"."id" = coalesce(
              "u"."softkeyTemplateId",
              "p"."softkeyTemplateId",
              "c"."softkeyTemplateId",
              coalesce(
                (
                  SELECT
                    m."id"
                  FROM
                    "SoftkeyTemplate" m
                  WHERE
                    m."isDefault"
                  LIMIT
                    1
                ),
                (
                  SELECT
                    m."id"
                  FROM
                    "SoftkeyTemplate" m
                  WHERE
                    m."key" = $2
                )
              )
            )
            inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
          where
            "k"."id" = $3
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

-- countByModel
SELECT
  p."model",
  d."name" AS "devicePool",
  p."count"
FROM
  (
    SELECT
      "model",
      "devicePoolId",
      count(*)::int AS "count"
    FROM
      "Phone"
    WHERE
      "id" IN (
        select
          "p"."id"
        from
          "Phone" as "p"
          inner join "DeviceState" as "s" on "s"."phoneId" = "p"."id"
          left join "DeviceProfile" as "u" on "u"."id" = "s"."loginProfileId"
          left join "CommonDeviceConfiguration" as "c" on "c"."id" = "p"."commonDeviceConfigurationId"
          left join "SoftkeyTemplate" as "k" on "k"."id" = coalesce(
            "u"."softkeyTemplateId",
            "p"."softkeyTemplateId",
            "c"."softkeyTemplateId",
            coalesce(
              (
                SELECT
                  m."id"
                FROM
                  "SoftkeyTemplate" m
                WHERE
                  m."isDefault"
                LIMIT
                  1
              ),
              (
                SELECT
                  m."id"
                FROM
                  "SoftkeyTemplate" m
                WHERE
                  m."key" = $1
              )
            )
          )
          inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
        where
          "c"."id" = $2
      )
    GROUP BY
      1,
      2
  ) p
  JOIN "DevicePool" d ON d."id" = p."devicePoolId"
ORDER BY
  "count" DESC,
  p."model",
  d."name"
LIMIT
  $3;

SELECT
  p."model",
  d."name" AS "devicePool",
  p."count"
FROM
  (
    SELECT
      "model",
      "devicePoolId",
      count(*)::int AS "count"
    FROM
      "Phone"
    WHERE
      "id" IN (
        SELECT
          i."id"
        FROM
          unnest($1::text[]) AS i ("id")
      )
    GROUP BY
      1,
      2
  ) p
  JOIN "DevicePool" d ON d."id" = p."devicePoolId"
ORDER BY
  "count" DESC,
  p."model",
  d."name"
LIMIT
  $2;
