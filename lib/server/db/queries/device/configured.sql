-- selectConfigured
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
  inner join "PhoneButtonTemplate" as "b" on "b"."id" = coalesce("u"."phoneButtonTemplateId", "p"."phoneButtonTemplateId");

-- configuredPhones
select
  "p"."id" as "phoneId",
  "p"."model",
  "p"."protocol",
  "p"."downloadVersion" as "version",
  "p"."userLocaleId" as "userLocale",
  "p"."networkLocaleId" as "networkLocale",
  p."settings" -> 'expansionModules' as "expansionModules",
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
  ) as "speedDials",
  CASE
    WHEN "k"."id" IS NOT NULL THEN jsonb_build_object('id', "k"."id", 'number', "k"."version")
  END as "softkeyTemplate",
  CASE
    WHEN "b"."id" IS NOT NULL THEN jsonb_build_object('id', "b"."id", 'number', "b"."version")
  END as "phoneButtonTemplate",
  CASE
    WHEN "c"."id" IS NOT NULL THEN jsonb_build_object('id', "c"."id", 'number', "c"."version")
  END as "commonDeviceConfiguration",
  CASE
    WHEN "u"."id" IS NOT NULL THEN jsonb_build_object('id', "u"."id", 'number', "u"."version")
  END as "deviceProfile",
  coalesce(
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
  ) as "directoryNumbers"
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
  p."id" = ANY ($2::text[]);
