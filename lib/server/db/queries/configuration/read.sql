-- findObject
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  "t"."model" as "model",
  "t"."protocol" as "protocol",
  jsonb_build_object(
    $1::text,
    (
      SELECT
        "r"."name"
      FROM
        "DevicePool" r
      WHERE
        r."id" = "t"."devicePoolId"
    ),
    $2::text,
    (
      SELECT
        "r"."name"
      FROM
        "CallingSearchSpace" r
      WHERE
        r."id" = "t"."callingSearchSpaceId"
    ),
    $3::text,
    (
      SELECT
        "r"."name"
      FROM
        "CommonDeviceConfiguration" r
      WHERE
        r."id" = "t"."commonDeviceConfigurationId"
    ),
    $4::text,
    (
      SELECT
        "r"."name"
      FROM
        "SoftkeyTemplate" r
      WHERE
        r."id" = "t"."softkeyTemplateId"
    ),
    $5::text,
    (
      SELECT
        "r"."name"
      FROM
        "PhoneButtonTemplate" r
      WHERE
        r."id" = "t"."phoneButtonTemplateId"
    ),
    $6::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."userLocaleId"
    ),
    $7::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."networkLocaleId"
    )
  ) as "references",
  jsonb_build_object(
    $8::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object(
              $9::text,
              "c"."index",
              $10::text,
              "c"."label",
              $11::text,
              "c"."displayName",
              $12::text,
              "c"."busyTrigger",
              $13::text,
              "c"."maxCalls",
              $14::text,
              (
                SELECT
                  "r"."pattern"
                FROM
                  "DirectoryNumber" r
                WHERE
                  r."id" = "c"."directoryNumberId"
              ),
              $15::text,
              (
                SELECT
                  p."name"
                FROM
                  "DirectoryNumber" r
                  JOIN "Partition" p ON p."id" = r."partitionId"
                WHERE
                  r."id" = "c"."directoryNumberId"
              )
            )
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneLine" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    ),
    $16::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object($17::text, "c"."index", $18::text, "c"."number", $19::text, "c"."label")
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneSpeedDial" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    )
  ) as "lists",
  "t"."version" as "version",
  "t"."updatedAt" as "updatedAt",
  "t"."updatedBy" as "updatedBy",
  jsonb_build_object(
    $20::text,
    coalesce(
      (
        SELECT
          s."registration"
        FROM
          "DeviceState" s
        WHERE
          s."phoneId" = t."id"
      ),
      'neverRegistered'
    )
  ) as "computed",
  0 as "usedByCount",
  0 as "inheritedByCount"
from
  "Phone" as "t"
where
  t."key" = $21;

select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."pattern" as "pattern",
  "t"."description" as "description",
  jsonb_build_object(
    $1::text,
    (
      SELECT
        "r"."name"
      FROM
        "Partition" r
      WHERE
        r."id" = "t"."partitionId"
    ),
    $2::text,
    (
      SELECT
        "r"."name"
      FROM
        "CallingSearchSpace" r
      WHERE
        r."id" = "t"."callingSearchSpaceId"
    )
  ) as "references",
  '{}'::jsonb as "lists",
  "t"."version" as "version",
  "t"."updatedAt" as "updatedAt",
  "t"."updatedBy" as "updatedBy",
  '{}'::jsonb as "computed",
  (
    (
      SELECT
        count(*)
      FROM
        "PhoneLine" u
      WHERE
        "u"."directoryNumberId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "CtiRoutePoint" u
      WHERE
        "u"."directoryNumberId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "DeviceProfileLine" u
      WHERE
        "u"."directoryNumberId" = t."id"
    )
  )::int as "usedByCount",
  0 as "inheritedByCount"
from
  "DirectoryNumber" as "t"
where
  t."key" = $3
  AND t."partitionId" = (
    SELECT
      p."id"
    FROM
      "Partition" p
    WHERE
      p."key" = $4
  );

-- lockObject
select
  "id"
from
  "DirectoryNumber" as "t"
where
  t."key" = $1
  AND t."partitionId" IS NULL
FOR UPDATE OF
  t;

-- selectObjects
with
  "page" as materialized (
    select
      lower(s."registration") as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "Phone" as "t"
      inner join "DeviceState" as "s" on s."phoneId" = t."id"
    where
      TRUE
      and TRUE
    order by
      lower(s."registration") desc,
      "t"."id" desc
    limit
      $1
  )
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  "t"."model" as "model",
  "t"."protocol" as "protocol",
  jsonb_build_object(
    $2::text,
    (
      SELECT
        "r"."name"
      FROM
        "DevicePool" r
      WHERE
        r."id" = "t"."devicePoolId"
    ),
    $3::text,
    (
      SELECT
        "r"."name"
      FROM
        "CallingSearchSpace" r
      WHERE
        r."id" = "t"."callingSearchSpaceId"
    ),
    $4::text,
    (
      SELECT
        "r"."name"
      FROM
        "CommonDeviceConfiguration" r
      WHERE
        r."id" = "t"."commonDeviceConfigurationId"
    ),
    $5::text,
    (
      SELECT
        "r"."name"
      FROM
        "SoftkeyTemplate" r
      WHERE
        r."id" = "t"."softkeyTemplateId"
    ),
    $6::text,
    (
      SELECT
        "r"."name"
      FROM
        "PhoneButtonTemplate" r
      WHERE
        r."id" = "t"."phoneButtonTemplateId"
    ),
    $7::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."userLocaleId"
    ),
    $8::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."networkLocaleId"
    )
  ) as "references",
  jsonb_build_object(
    $9::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object(
              $10::text,
              "c"."index",
              $11::text,
              "c"."label",
              $12::text,
              "c"."displayName",
              $13::text,
              "c"."busyTrigger",
              $14::text,
              "c"."maxCalls",
              $15::text,
              (
                SELECT
                  "r"."pattern"
                FROM
                  "DirectoryNumber" r
                WHERE
                  r."id" = "c"."directoryNumberId"
              ),
              $16::text,
              (
                SELECT
                  p."name"
                FROM
                  "DirectoryNumber" r
                  JOIN "Partition" p ON p."id" = r."partitionId"
                WHERE
                  r."id" = "c"."directoryNumberId"
              )
            )
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneLine" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    ),
    $17::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object($18::text, "c"."index", $19::text, "c"."number", $20::text, "c"."label")
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneSpeedDial" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    )
  ) as "lists",
  "t"."version" as "version",
  "t"."updatedAt" as "updatedAt",
  "t"."updatedBy" as "updatedBy",
  jsonb_build_object(
    $21::text,
    coalesce(
      (
        SELECT
          s."registration"
        FROM
          "DeviceState" s
        WHERE
          s."phoneId" = t."id"
      ),
      'neverRegistered'
    )
  ) as "computed",
  0 as "usedByCount",
  0 as "inheritedByCount",
  "page"."sortValue",
  "page"."tieBreaker"
from
  "page"
  inner join "Phone" as "t" on t."id" = page."tieBreaker"
order by
  "page"."sortValue" desc,
  "t"."id" desc;

-- listObjects
with
  "page" as materialized (
    select
      "t"."key" as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "Phone" as "t"
    where
      (
        "t"."descriptionKey" LIKE $1
        AND "t"."devicePoolId" IN (
          SELECT
            r."id"
          FROM
            "DevicePool" r
          WHERE
            r."key" LIKE $2
        )
        AND "t"."numbersKey" LIKE $3
      )
      and TRUE
    order by
      "t"."key" asc,
      "t"."id" asc
    limit
      $4
  )
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  "t"."model" as "model",
  "t"."protocol" as "protocol",
  jsonb_build_object(
    $5::text,
    (
      SELECT
        "r"."name"
      FROM
        "DevicePool" r
      WHERE
        r."id" = "t"."devicePoolId"
    ),
    $6::text,
    (
      SELECT
        "r"."name"
      FROM
        "CallingSearchSpace" r
      WHERE
        r."id" = "t"."callingSearchSpaceId"
    ),
    $7::text,
    (
      SELECT
        "r"."name"
      FROM
        "CommonDeviceConfiguration" r
      WHERE
        r."id" = "t"."commonDeviceConfigurationId"
    ),
    $8::text,
    (
      SELECT
        "r"."name"
      FROM
        "SoftkeyTemplate" r
      WHERE
        r."id" = "t"."softkeyTemplateId"
    ),
    $9::text,
    (
      SELECT
        "r"."name"
      FROM
        "PhoneButtonTemplate" r
      WHERE
        r."id" = "t"."phoneButtonTemplateId"
    ),
    $10::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."userLocaleId"
    ),
    $11::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."networkLocaleId"
    )
  ) as "references",
  jsonb_build_object(
    $12::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object(
              $13::text,
              "c"."index",
              $14::text,
              "c"."label",
              $15::text,
              "c"."displayName",
              $16::text,
              "c"."busyTrigger",
              $17::text,
              "c"."maxCalls",
              $18::text,
              (
                SELECT
                  "r"."pattern"
                FROM
                  "DirectoryNumber" r
                WHERE
                  r."id" = "c"."directoryNumberId"
              ),
              $19::text,
              (
                SELECT
                  p."name"
                FROM
                  "DirectoryNumber" r
                  JOIN "Partition" p ON p."id" = r."partitionId"
                WHERE
                  r."id" = "c"."directoryNumberId"
              )
            )
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneLine" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    ),
    $20::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object($21::text, "c"."index", $22::text, "c"."number", $23::text, "c"."label")
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneSpeedDial" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    )
  ) as "lists",
  "t"."version" as "version",
  "t"."updatedAt" as "updatedAt",
  "t"."updatedBy" as "updatedBy",
  jsonb_build_object(
    $24::text,
    coalesce(
      (
        SELECT
          s."registration"
        FROM
          "DeviceState" s
        WHERE
          s."phoneId" = t."id"
      ),
      'neverRegistered'
    )
  ) as "computed",
  0 as "usedByCount",
  0 as "inheritedByCount",
  "page"."sortValue",
  "page"."tieBreaker"
from
  "page"
  inner join "Phone" as "t" on t."id" = page."tieBreaker"
order by
  "page"."sortValue" asc,
  "t"."id" asc;

select
  count(*)::int as "total"
from
  "Phone" as "t"
where
  (
    "t"."descriptionKey" LIKE $1
    AND "t"."devicePoolId" IN (
      SELECT
        r."id"
      FROM
        "DevicePool" r
      WHERE
        r."key" LIKE $2
    )
    AND "t"."numbersKey" LIKE $3
  );

with
  "page" as materialized (
    select
      s."key" as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "Phone" as "t"
      inner join "DevicePool" as "s" on s."id" = "t"."devicePoolId"
    where
      (
        "t"."devicePoolId" IN (
          SELECT
            r."id"
          FROM
            "DevicePool" r
          WHERE
            r."key" LIKE $1
        )
        OR "t"."numbersKey" LIKE $2
      )
      and (
        s."key" <= $3
        AND (s."key", "t"."id") < ($4, $5)
      )
    order by
      s."key" desc,
      "t"."id" desc
    limit
      $6
  )
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  "t"."model" as "model",
  "t"."protocol" as "protocol",
  jsonb_build_object(
    $7::text,
    (
      SELECT
        "r"."name"
      FROM
        "DevicePool" r
      WHERE
        r."id" = "t"."devicePoolId"
    ),
    $8::text,
    (
      SELECT
        "r"."name"
      FROM
        "CallingSearchSpace" r
      WHERE
        r."id" = "t"."callingSearchSpaceId"
    ),
    $9::text,
    (
      SELECT
        "r"."name"
      FROM
        "CommonDeviceConfiguration" r
      WHERE
        r."id" = "t"."commonDeviceConfigurationId"
    ),
    $10::text,
    (
      SELECT
        "r"."name"
      FROM
        "SoftkeyTemplate" r
      WHERE
        r."id" = "t"."softkeyTemplateId"
    ),
    $11::text,
    (
      SELECT
        "r"."name"
      FROM
        "PhoneButtonTemplate" r
      WHERE
        r."id" = "t"."phoneButtonTemplateId"
    ),
    $12::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."userLocaleId"
    ),
    $13::text,
    (
      SELECT
        "r"."name"
      FROM
        "Locale" r
      WHERE
        r."id" = "t"."networkLocaleId"
    )
  ) as "references",
  jsonb_build_object(
    $14::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object(
              $15::text,
              "c"."index",
              $16::text,
              "c"."label",
              $17::text,
              "c"."displayName",
              $18::text,
              "c"."busyTrigger",
              $19::text,
              "c"."maxCalls",
              $20::text,
              (
                SELECT
                  "r"."pattern"
                FROM
                  "DirectoryNumber" r
                WHERE
                  r."id" = "c"."directoryNumberId"
              ),
              $21::text,
              (
                SELECT
                  p."name"
                FROM
                  "DirectoryNumber" r
                  JOIN "Partition" p ON p."id" = r."partitionId"
                WHERE
                  r."id" = "c"."directoryNumberId"
              )
            )
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneLine" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    ),
    $22::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object($23::text, "c"."index", $24::text, "c"."number", $25::text, "c"."label")
            ORDER BY
              "c"."index"
          )
        FROM
          "PhoneSpeedDial" c
        WHERE
          "c"."phoneId" = t."id"
      ),
      '[]'::jsonb
    )
  ) as "lists",
  "t"."version" as "version",
  "t"."updatedAt" as "updatedAt",
  "t"."updatedBy" as "updatedBy",
  jsonb_build_object(
    $26::text,
    coalesce(
      (
        SELECT
          s."registration"
        FROM
          "DeviceState" s
        WHERE
          s."phoneId" = t."id"
      ),
      'neverRegistered'
    )
  ) as "computed",
  0 as "usedByCount",
  0 as "inheritedByCount",
  "page"."sortValue",
  "page"."tieBreaker"
from
  "page"
  inner join "Phone" as "t" on t."id" = page."tieBreaker"
order by
  "page"."sortValue" desc,
  "t"."id" desc;

select
  count(*)::int as "total"
from
  "Phone" as "t"
where
  (
    "t"."devicePoolId" IN (
      SELECT
        r."id"
      FROM
        "DevicePool" r
      WHERE
        r."key" LIKE $1
    )
    OR "t"."numbersKey" LIKE $2
  );
