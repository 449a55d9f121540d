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
      WHEN u."id" IS NULL
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

-- groupDiffering
select
  "g"."phoneId",
  "g"."count",
  (sum(g."count") OVER ())::int as "total"
from
  (
    select
      min(d."phoneId") as "phoneId",
      count(*)::int as "count"
    from
      (
        select
          "p"."id" as "phoneId",
          "p"."model",
          "p"."protocol",
          "p"."userLocaleId",
          "p"."networkLocaleId",
          CASE
            WHEN (
              s."deviceProfileId" IS NOT NULL
              OR u."id" IS NOT NULL
              OR CASE
                WHEN u."id" IS NULL
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
          END as "own",
          p."settings" -> 'expansionModules' as "modules",
          coalesce(
            CASE
              WHEN u."id" IS NOT NULL THEN (
                SELECT
                  jsonb_agg(
                    jsonb_build_object('index', l."index")
                    ORDER BY
                      l."index"
                  )
                FROM
                  "DeviceProfileLine" l
                WHERE
                  l."deviceProfileId" = u."id"
              )
            END,
            (
              SELECT
                jsonb_agg(
                  jsonb_build_object('index', l."index")
                  ORDER BY
                    l."index"
                )
              FROM
                "PhoneLine" l
              WHERE
                l."phoneId" = p."id"
            ),
            '[]'::jsonb
          ) as "lines",
          coalesce(
            (
              SELECT
                jsonb_agg(
                  jsonb_build_object('index', d."index")
                  ORDER BY
                    d."index"
                )
              FROM
                "PhoneSpeedDial" d
              WHERE
                d."phoneId" = p."id"
            ),
            '[]'::jsonb
          ) as "dials",
          "s"."softkeyTemplateId",
          "s"."softkeyTemplateRevision",
          "s"."phoneButtonTemplateId",
          "s"."phoneButtonTemplateRevision",
          "s"."commonDeviceConfigurationId",
          "s"."commonDeviceConfigurationRevision",
          "k"."id" as "k",
          "k"."version" as "kv",
          "b"."id" as "b",
          "b"."version" as "bv",
          "c"."id" as "c",
          "c"."version" as "cv"
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
          s."phoneRevision" IS NOT NULL
          AND (
            (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
            OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
            OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
            OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
            OR CASE
              WHEN u."id" IS NULL
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
      ) as "d"
    group by
      "own",
      "model",
      "protocol",
      "modules",
      "userLocaleId",
      "networkLocaleId",
      "lines",
      "dials",
      "softkeyTemplateId",
      "softkeyTemplateRevision",
      "phoneButtonTemplateId",
      "phoneButtonTemplateRevision",
      "commonDeviceConfigurationId",
      "commonDeviceConfigurationRevision",
      "k",
      "kv",
      "b",
      "bv",
      "c",
      "cv"
  ) as "g"
order by
  "g"."count" desc,
  "g"."phoneId"
limit
  $2;
