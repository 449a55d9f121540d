-- listDiffering
select
  "p"."id" as "phoneId",
  "p"."key"
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
  "p"."key" > $2
  and s."phoneRevision" IS NOT NULL
  AND (
    (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
    OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
    OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
    OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
    OR CASE
      WHEN s."loginProfileId" IS NULL
      AND s."deviceProfileId" IS NULL THEN EXISTS (
        SELECT
          1
        FROM
          "UnappliedChange" c
        WHERE
          c."phoneId" = s."phoneId"
      )
      ELSE s."phoneRevision" <> p."downloadVersion"
      OR s."directoryNumbers" IS DISTINCT FROM coalesce(
        CASE
          WHEN u."id" IS NOT NULL THEN (
            SELECT
              jsonb_agg(
                jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                ORDER BY
                  l."index"
              )
            FROM
              "DeviceProfileLine" l
              JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
            WHERE
              l."deviceProfileId" = u."id"
          )
        END,
        (
          SELECT
            jsonb_agg(
              jsonb_build_object('id', n."id", 'number', n."downloadVersion")
              ORDER BY
                l."index"
            )
          FROM
            "PhoneLine" l
            JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
          WHERE
            l."phoneId" = p."id"
        ),
        '[]'::jsonb
      )
    END
  )
  and p."id" = ANY (
    ARRAY(
      SELECT
        s."phoneId"
      FROM
        "DeviceState" s
      WHERE
        TRUE
        AND s."phoneRevision" IS NOT NULL
        AND (
          "s"."softkeyTemplateId" IS NOT NULL
          AND ("s"."softkeyTemplateId", "s"."softkeyTemplateRevision") NOT IN (
            SELECT
              o."id",
              o."version"
            FROM
              "SoftkeyTemplate" o
          )
          OR "s"."phoneButtonTemplateId" IS NOT NULL
          AND ("s"."phoneButtonTemplateId", "s"."phoneButtonTemplateRevision") NOT IN (
            SELECT
              o."id",
              o."version"
            FROM
              "PhoneButtonTemplate" o
          )
          OR "s"."commonDeviceConfigurationId" IS NOT NULL
          AND ("s"."commonDeviceConfigurationId", "s"."commonDeviceConfigurationRevision") NOT IN (
            SELECT
              o."id",
              o."version"
            FROM
              "CommonDeviceConfiguration" o
          )
          OR s."softkeyTemplateId" = (
            SELECT
              f."id"
            FROM
              "SoftkeyTemplate" f
            WHERE
              f."key" = $3
              AND f."id" <> coalesce(
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
                    m."key" = $4
                )
              )
          )
          OR s."deviceProfileId" IS NOT NULL
          OR s."loginProfileId" IS NOT NULL
        )
      UNION
      SELECT
        c."phoneId"
      FROM
        "UnappliedChange" c
      WHERE
        TRUE
    )
  )
order by
  "p"."key"
limit
  $5;

select
  "p"."id" as "phoneId",
  "p"."key"
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
  "p"."key" > $2
  and s."phoneRevision" IS NOT NULL
  AND (
    (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
    OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
    OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
    OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
    OR CASE
      WHEN s."loginProfileId" IS NULL
      AND s."deviceProfileId" IS NULL THEN EXISTS (
        SELECT
          1
        FROM
          "UnappliedChange" c
        WHERE
          c."phoneId" = s."phoneId"
      )
      ELSE s."phoneRevision" <> p."downloadVersion"
      OR s."directoryNumbers" IS DISTINCT FROM coalesce(
        CASE
          WHEN u."id" IS NOT NULL THEN (
            SELECT
              jsonb_agg(
                jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                ORDER BY
                  l."index"
              )
            FROM
              "DeviceProfileLine" l
              JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
            WHERE
              l."deviceProfileId" = u."id"
          )
        END,
        (
          SELECT
            jsonb_agg(
              jsonb_build_object('id', n."id", 'number', n."downloadVersion")
              ORDER BY
                l."index"
            )
          FROM
            "PhoneLine" l
            JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
          WHERE
            l."phoneId" = p."id"
        ),
        '[]'::jsonb
      )
    END
  )
order by
  "p"."key"
limit
  $3;

-- listCandidates
SELECT
  s."phoneId"
FROM
  "DeviceState" s
WHERE
  TRUE
  AND s."phoneRevision" IS NOT NULL
  AND (
    "s"."softkeyTemplateId" IS NOT NULL
    AND ("s"."softkeyTemplateId", "s"."softkeyTemplateRevision") NOT IN (
      SELECT
        o."id",
        o."version"
      FROM
        "SoftkeyTemplate" o
    )
    OR "s"."phoneButtonTemplateId" IS NOT NULL
    AND ("s"."phoneButtonTemplateId", "s"."phoneButtonTemplateRevision") NOT IN (
      SELECT
        o."id",
        o."version"
      FROM
        "PhoneButtonTemplate" o
    )
    OR "s"."commonDeviceConfigurationId" IS NOT NULL
    AND ("s"."commonDeviceConfigurationId", "s"."commonDeviceConfigurationRevision") NOT IN (
      SELECT
        o."id",
        o."version"
      FROM
        "CommonDeviceConfiguration" o
    )
    OR s."softkeyTemplateId" = (
      SELECT
        f."id"
      FROM
        "SoftkeyTemplate" f
      WHERE
        f."key" = $1
        AND f."id" <> coalesce(
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
    OR s."deviceProfileId" IS NOT NULL
    OR s."loginProfileId" IS NOT NULL
  )
UNION
SELECT
  c."phoneId"
FROM
  "UnappliedChange" c
WHERE
  TRUE
LIMIT
  $3;

-- groupDiffering
SELECT
  *,
  (sum("count") OVER ())::int AS "total"
FROM
  (
    select
      min(p."id") as "phoneId",
      count(*)::int as "count"
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
      p."id" = ANY ($2::text[])
      and s."phoneRevision" IS NOT NULL
      AND (
        (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
        OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
        OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
        OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
        OR CASE
          WHEN s."loginProfileId" IS NULL
          AND s."deviceProfileId" IS NULL THEN EXISTS (
            SELECT
              1
            FROM
              "UnappliedChange" c
            WHERE
              c."phoneId" = s."phoneId"
          )
          ELSE s."phoneRevision" <> p."downloadVersion"
          OR s."directoryNumbers" IS DISTINCT FROM coalesce(
            CASE
              WHEN u."id" IS NOT NULL THEN (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "DeviceProfileLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."deviceProfileId" = u."id"
              )
            END,
            (
              SELECT
                jsonb_agg(
                  jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                  ORDER BY
                    l."index"
                )
              FROM
                "PhoneLine" l
                JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
              WHERE
                l."phoneId" = p."id"
            ),
            '[]'::jsonb
          )
        END
      )
    group by
      CASE
        WHEN (
          s."deviceProfileId" IS NOT NULL
          OR s."loginProfileId" IS NOT NULL
          OR CASE
            WHEN s."loginProfileId" IS NULL
            AND s."deviceProfileId" IS NULL THEN EXISTS (
              SELECT
                1
              FROM
                "UnappliedChange" c
              WHERE
                c."phoneId" = s."phoneId"
            )
            ELSE s."phoneRevision" <> p."downloadVersion"
            OR s."directoryNumbers" IS DISTINCT FROM coalesce(
              CASE
                WHEN u."id" IS NOT NULL THEN (
                  SELECT
                    jsonb_agg(
                      jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                      ORDER BY
                        l."index"
                    )
                  FROM
                    "DeviceProfileLine" l
                    JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                  WHERE
                    l."deviceProfileId" = u."id"
                )
              END,
              (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "PhoneLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."phoneId" = p."id"
              ),
              '[]'::jsonb
            )
          END
        ) THEN p."id"
      END,
      p."model",
      p."protocol",
      p."userLocaleId",
      p."networkLocaleId",
      p."layoutKey",
      s."softkeyTemplateId",
      s."softkeyTemplateRevision",
      s."phoneButtonTemplateId",
      s."phoneButtonTemplateRevision",
      s."commonDeviceConfigurationId",
      s."commonDeviceConfigurationRevision",
      k."id",
      k."version",
      b."id",
      b."version",
      c."id",
      c."version"
  ) g
ORDER BY
  "count" DESC,
  "phoneId"
LIMIT
  $3;

WITH
  candidate AS MATERIALIZED (
    SELECT
      s."phoneId"
    FROM
      "DeviceState" s
    WHERE
      TRUE
      AND s."phoneRevision" IS NOT NULL
      AND (
        "s"."softkeyTemplateId" IS NOT NULL
        AND ("s"."softkeyTemplateId", "s"."softkeyTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "SoftkeyTemplate" o
        )
        OR "s"."phoneButtonTemplateId" IS NOT NULL
        AND ("s"."phoneButtonTemplateId", "s"."phoneButtonTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "PhoneButtonTemplate" o
        )
        OR "s"."commonDeviceConfigurationId" IS NOT NULL
        AND ("s"."commonDeviceConfigurationId", "s"."commonDeviceConfigurationRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "CommonDeviceConfiguration" o
        )
        OR s."softkeyTemplateId" = (
          SELECT
            f."id"
          FROM
            "SoftkeyTemplate" f
          WHERE
            f."key" = $1
            AND f."id" <> coalesce(
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
        OR s."deviceProfileId" IS NOT NULL
        OR s."loginProfileId" IS NOT NULL
      )
    UNION
    SELECT
      c."phoneId"
    FROM
      "UnappliedChange" c
    WHERE
      TRUE
  )
SELECT
  *,
  (sum("count") OVER ())::int AS "total"
FROM
  (
    select
      min(p."id") as "phoneId",
      count(*)::int as "count"
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
              m."key" = $3
          )
        )
      )
      inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
      inner join candidate as m on "m"."phoneId" = "p"."id"
    where
      s."phoneRevision" IS NOT NULL
      AND (
        (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
        OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
        OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
        OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
        OR CASE
          WHEN s."loginProfileId" IS NULL
          AND s."deviceProfileId" IS NULL THEN EXISTS (
            SELECT
              1
            FROM
              "UnappliedChange" c
            WHERE
              c."phoneId" = s."phoneId"
          )
          ELSE s."phoneRevision" <> p."downloadVersion"
          OR s."directoryNumbers" IS DISTINCT FROM coalesce(
            CASE
              WHEN u."id" IS NOT NULL THEN (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "DeviceProfileLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."deviceProfileId" = u."id"
              )
            END,
            (
              SELECT
                jsonb_agg(
                  jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                  ORDER BY
                    l."index"
                )
              FROM
                "PhoneLine" l
                JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
              WHERE
                l."phoneId" = p."id"
            ),
            '[]'::jsonb
          )
        END
      )
    group by
      CASE
        WHEN (
          s."deviceProfileId" IS NOT NULL
          OR s."loginProfileId" IS NOT NULL
          OR CASE
            WHEN s."loginProfileId" IS NULL
            AND s."deviceProfileId" IS NULL THEN EXISTS (
              SELECT
                1
              FROM
                "UnappliedChange" c
              WHERE
                c."phoneId" = s."phoneId"
            )
            ELSE s."phoneRevision" <> p."downloadVersion"
            OR s."directoryNumbers" IS DISTINCT FROM coalesce(
              CASE
                WHEN u."id" IS NOT NULL THEN (
                  SELECT
                    jsonb_agg(
                      jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                      ORDER BY
                        l."index"
                    )
                  FROM
                    "DeviceProfileLine" l
                    JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                  WHERE
                    l."deviceProfileId" = u."id"
                )
              END,
              (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "PhoneLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."phoneId" = p."id"
              ),
              '[]'::jsonb
            )
          END
        ) THEN p."id"
      END,
      p."model",
      p."protocol",
      p."userLocaleId",
      p."networkLocaleId",
      p."layoutKey",
      s."softkeyTemplateId",
      s."softkeyTemplateRevision",
      s."phoneButtonTemplateId",
      s."phoneButtonTemplateRevision",
      s."commonDeviceConfigurationId",
      s."commonDeviceConfigurationRevision",
      k."id",
      k."version",
      b."id",
      b."version",
      c."id",
      c."version"
  ) g
ORDER BY
  "count" DESC,
  "phoneId"
LIMIT
  $4;

-- groupByPlan
WITH
  candidate AS MATERIALIZED (
    SELECT
      s."phoneId"
    FROM
      "DeviceState" s
    WHERE
      "s"."phoneId" IN (
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
          "k"."id" = $2
      )
      AND s."phoneRevision" IS NOT NULL
      AND (
        "s"."softkeyTemplateId" IS NOT NULL
        AND ("s"."softkeyTemplateId", "s"."softkeyTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "SoftkeyTemplate" o
        )
        OR "s"."phoneButtonTemplateId" IS NOT NULL
        AND ("s"."phoneButtonTemplateId", "s"."phoneButtonTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "PhoneButtonTemplate" o
        )
        OR "s"."commonDeviceConfigurationId" IS NOT NULL
        AND ("s"."commonDeviceConfigurationId", "s"."commonDeviceConfigurationRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "CommonDeviceConfiguration" o
        )
        OR s."softkeyTemplateId" = (
          SELECT
            f."id"
          FROM
            "SoftkeyTemplate" f
          WHERE
            f."key" = $3
            AND f."id" <> coalesce(
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
                  m."key" = $4
              )
            )
        )
        OR s."deviceProfileId" IS NOT NULL
        OR s."loginProfileId" IS NOT NULL
      )
    UNION
    SELECT
      c."phoneId"
    FROM
      "UnappliedChange" c
    WHERE
      "c"."phoneId" IN (
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
                  m."key" = $5
              )
            )
          )
          inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
        where
          "k"."id" = $6
      )
  ),
  planned AS MATERIALIZED (
    select
      "p"."id",
      CASE
        WHEN s."phoneRevision" IS NOT NULL
        AND (
          (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
          OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
          OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
          OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
          OR CASE
            WHEN s."loginProfileId" IS NULL
            AND s."deviceProfileId" IS NULL THEN EXISTS (
              SELECT
                1
              FROM
                "UnappliedChange" c
              WHERE
                c."phoneId" = s."phoneId"
            )
            ELSE s."phoneRevision" <> p."downloadVersion"
            OR s."directoryNumbers" IS DISTINCT FROM coalesce(
              CASE
                WHEN u."id" IS NOT NULL THEN (
                  SELECT
                    jsonb_agg(
                      jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                      ORDER BY
                        l."index"
                    )
                  FROM
                    "DeviceProfileLine" l
                    JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                  WHERE
                    l."deviceProfileId" = u."id"
                )
              END,
              (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "PhoneLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."phoneId" = p."id"
              ),
              '[]'::jsonb
            )
          END
        ) THEN ROW (
          p."model",
          p."protocol",
          p."userLocaleId",
          p."networkLocaleId",
          p."layoutKey",
          s."softkeyTemplateId",
          s."softkeyTemplateRevision",
          s."phoneButtonTemplateId",
          s."phoneButtonTemplateRevision",
          s."commonDeviceConfigurationId",
          s."commonDeviceConfigurationRevision",
          k."id",
          k."version",
          b."id",
          b."version",
          c."id",
          c."version"
        )::text
      END as "plan",
      (
        s."deviceProfileId" IS NOT NULL
        OR s."loginProfileId" IS NOT NULL
        OR CASE
          WHEN s."loginProfileId" IS NULL
          AND s."deviceProfileId" IS NULL THEN EXISTS (
            SELECT
              1
            FROM
              "UnappliedChange" c
            WHERE
              c."phoneId" = s."phoneId"
          )
          ELSE s."phoneRevision" <> p."downloadVersion"
          OR s."directoryNumbers" IS DISTINCT FROM coalesce(
            CASE
              WHEN u."id" IS NOT NULL THEN (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "DeviceProfileLine" l
                  JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
                WHERE
                  l."deviceProfileId" = u."id"
              )
            END,
            (
              SELECT
                jsonb_agg(
                  jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                  ORDER BY
                    l."index"
                )
              FROM
                "PhoneLine" l
                JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
              WHERE
                l."phoneId" = p."id"
            ),
            '[]'::jsonb
          )
        END
      ) as "isOwn"
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
              m."key" = $7
          )
        )
      )
      inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
      inner join candidate as m on "m"."phoneId" = "p"."id"
  )
SELECT
  min(p."id") AS "phoneId",
  count(*)::int AS "count",
  to_jsonb(
    (
      array_agg(
        p."name"
        ORDER BY
          p."id"
      )
    ) [1:$8::int]
  ) AS "names",
  s."phase",
  (s."calls" > 0)::int AS "calls"
FROM
  "Phone" p
  JOIN "DeviceState" s ON s."phoneId" = p."id"
  LEFT JOIN planned o ON o."id" = p."id"
WHERE
  p."id" IN (
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
              m."key" = $9
          )
        )
      )
      inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId")
    where
      "k"."id" = $10
  )
  AND o."isOwn" IS NOT TRUE
GROUP BY
  s."phase",
  s."calls" > 0,
  o."plan"
ORDER BY
  "phoneId";

WITH
  candidate AS MATERIALIZED (
    SELECT
      s."phoneId"
    FROM
      "DeviceState" s
    WHERE
      "s"."phoneId" IN (
        SELECT
          i."id"
        FROM
          unnest($1::text[]) AS i ("id")
      )
      AND s."phoneRevision" IS NOT NULL
      AND (
        "s"."softkeyTemplateId" IS NOT NULL
        AND ("s"."softkeyTemplateId", "s"."softkeyTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "SoftkeyTemplate" o
        )
        OR "s"."phoneButtonTemplateId" IS NOT NULL
        AND ("s"."phoneButtonTemplateId", "s"."phoneButtonTemplateRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "PhoneButtonTemplate" o
        )
        OR "s"."commonDeviceConfigurationId" IS NOT NULL
        AND ("s"."commonDeviceConfigurationId", "s"."commonDeviceConfigurationRevision") NOT IN (
          SELECT
            o."id",
            o."version"
          FROM
            "CommonDeviceConfiguration" o
        )
        OR s."softkeyTemplateId" = (
          SELECT
            f."id"
          FROM
            "SoftkeyTemplate" f
          WHERE
            f."key" = $2
            AND f."id" <> coalesce(
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
                  m."key" = $3
              )
            )
        )
        OR s."deviceProfileId" IS NOT NULL
        OR s."loginProfileId" IS NOT NULL
      )
    UNION
    SELECT
      c."phoneId"
    FROM
      "UnappliedChange" c
    WHERE
      "c"."phoneId" IN (
        SELECT
          i."id"
        FROM
          unnest($4::text[]) AS i ("id")
      )
  ),
  planned AS MATERIALIZED (
    SELECT
      NULL::text AS "id",
      NULL::text AS "plan",
      FALSE AS "isOwn"
    WHERE
      FALSE
  )
SELECT
  min(p."id") AS "phoneId",
  count(*)::int AS "count",
  to_jsonb(
    (
      array_agg(
        p."name"
        ORDER BY
          p."id"
      )
    ) [1:$5::int]
  ) AS "names",
  s."phase",
  (s."calls" > 0)::int AS "calls"
FROM
  "Phone" p
  JOIN "DeviceState" s ON s."phoneId" = p."id"
  LEFT JOIN planned o ON o."id" = p."id"
WHERE
  p."id" IN (
    SELECT
      i."id"
    FROM
      unnest($6::text[]) AS i ("id")
  )
  AND o."isOwn" IS NOT TRUE
GROUP BY
  s."phase",
  s."calls" > 0,
  o."plan"
ORDER BY
  "phoneId";

-- listWithOwnPlan
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
  p."id" IN (
    SELECT
      i."id"
    FROM
      unnest($2::text[]) AS i ("id")
  )
  and (
    s."deviceProfileId" IS NOT NULL
    OR s."loginProfileId" IS NOT NULL
    OR CASE
      WHEN s."loginProfileId" IS NULL
      AND s."deviceProfileId" IS NULL THEN EXISTS (
        SELECT
          1
        FROM
          "UnappliedChange" c
        WHERE
          c."phoneId" = s."phoneId"
      )
      ELSE s."phoneRevision" <> p."downloadVersion"
      OR s."directoryNumbers" IS DISTINCT FROM coalesce(
        CASE
          WHEN u."id" IS NOT NULL THEN (
            SELECT
              jsonb_agg(
                jsonb_build_object('id', n."id", 'number', n."downloadVersion")
                ORDER BY
                  l."index"
              )
            FROM
              "DeviceProfileLine" l
              JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
            WHERE
              l."deviceProfileId" = u."id"
          )
        END,
        (
          SELECT
            jsonb_agg(
              jsonb_build_object('id', n."id", 'number', n."downloadVersion")
              ORDER BY
                l."index"
            )
          FROM
            "PhoneLine" l
            JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
          WHERE
            l."phoneId" = p."id"
        ),
        '[]'::jsonb
      )
    END
  )
  and p."id" IN (
    SELECT
      c."phoneId"
    FROM
      "UnappliedChange" c
    UNION
    SELECT
      s."phoneId"
    FROM
      "DeviceState" s
    WHERE
      s."deviceProfileId" IS NOT NULL
      OR s."loginProfileId" IS NOT NULL
  )
order by
  "p"."id";
