-- holdGroups
WITH
  held AS MATERIALIZED (
    SELECT
      s.*,
      s."underway" -> 'actions' ->> 0 AS "action",
      s.ctid::text AS "address"
    FROM
      "DeviceState" s
    WHERE
      s."phoneId" = ANY (string_to_array($1, ','))
      AND s."timerKind" = $2
      AND s."dueAt" <= $3::timestamp(3)
      AND s."calls" = 0
      AND s."postponed" IS NULL
      AND s."loginProfileId" IS NULL
      AND s."deviceProfileId" IS NULL
      AND (
        s."underway" IS NULL
        OR jsonb_array_length(s."underway" -> 'actions') = 1
      )
      AND s."phoneRevision" IS NOT NULL
    ORDER BY
      s."phoneId"
    FOR NO KEY UPDATE
  )
SELECT
  split_part(s."action", ':', 1) AS "jobId",
  json_agg(json_build_array(s."phoneId", p."name", split_part(s."action", ':', 2)::int, s."address"))::text AS "phones"
FROM
  held s
  JOIN (
    SELECT
      *
    FROM
      "Phone"
    WHERE
      "id" = ANY (string_to_array($4, ','))
  ) p ON p."id" = s."phoneId"
GROUP BY
  1,
  concat(
    s."phase",
    '|',
    s."isPartial",
    '|',
    s."reason",
    '|',
    s."lastRegisteredAt" IS NULL,
    '|',
    s."timerKind",
    '|',
    s."dueAt",
    '|',
    s."queuedAt",
    '|',
    s."underway" ->> 'impact',
    '|',
    s."underway" ->> 'reason',
    '|',
    s."softkeyTemplateId",
    '|',
    s."softkeyTemplateRevision",
    '|',
    s."phoneButtonTemplateId",
    '|',
    s."phoneButtonTemplateRevision",
    '|',
    s."commonDeviceConfigurationId",
    '|',
    s."commonDeviceConfigurationRevision",
    '|',
    p."model",
    '|',
    p."protocol",
    '|',
    p."layoutKey",
    '|',
    p."userLocaleId",
    '|',
    p."networkLocaleId",
    '|',
    p."softkeyTemplateId",
    '|',
    p."phoneButtonTemplateId",
    '|',
    p."commonDeviceConfigurationId"
  )
HAVING
  count(*) >= $5;

SELECT
  (
    SELECT
      coalesce(json_agg(u."name"), '[]')
    FROM
      (
        SELECT
          e."key" AS "name"
        FROM
          "CallEntity" e
        WHERE
          e."cluster" = ''
          AND e."kind" = 'phones'
      ) u
  )::text AS "inEngine",
  (
    SELECT
      coalesce(json_agg(w."phoneId"), '[]')
    FROM
      (
        SELECT DISTINCT
          l."phoneId"
        FROM
          "RunningLine" l
          JOIN "CallEntity" w ON w."cluster" = ''
          AND w."kind" = 'watches'
          AND w."key" = l."directoryNumberId"
      ) w
  )::text AS "watched",
  (
    SELECT
      coalesce(json_agg(json_build_array(c."phoneId", p."name")), '[]')
    FROM
      "UnappliedChange" c
      JOIN "Phone" p ON p."id" = c."phoneId"
    WHERE
      c."phoneId" = ANY (string_to_array($1, ','))
  )::text AS "changed";

-- positionsByPhone
SELECT
  coalesce(
    json_agg(json_build_array(f."phoneId", f."position")) FILTER (
      WHERE
        f."phoneId" IS NOT NULL
    ),
    '[]'
  ) AS "phones"
FROM
  (
    SELECT
      coalesce(
        i."objectId",
        (
          SELECT
            p."id"
          FROM
            "Phone" p
          WHERE
            p."key" = lower(i."name")
        )
      ) AS "phoneId",
      i."position"
    FROM
      "JobItemGroup" g
      CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS "i" ("position", "name", "partition", "objectId")
    WHERE
      g."id" = $1
    LIMIT
      $2::int
  ) f;
