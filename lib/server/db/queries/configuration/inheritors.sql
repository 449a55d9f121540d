-- listInheritors
select
  "name",
  "through",
  "throughName",
  (count(*) OVER ())::int as "total"
from
  (
    SELECT
      p."name",
      p."key",
      $1::text AS "through",
      v."name" AS "throughName"
    FROM
      "DeviceProfile" v
      JOIN "DeviceState" s ON s."loginProfileId" = v."id"
      JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE
      "v"."softkeyTemplateId" = $2::text
      AND "p"."softkeyTemplateId" IS DISTINCT FROM $3::text
      AND p."model" = ANY ($4::text[])
    UNION ALL
    SELECT
      p."name",
      p."key",
      $5::text AS "through",
      v."name" AS "throughName"
    FROM
      "CommonDeviceConfiguration" v
      JOIN "Phone" p ON p."commonDeviceConfigurationId" = v."id"
    WHERE
      "v"."softkeyTemplateId" = $6::text
      AND "p"."softkeyTemplateId" IS NULL
      AND p."model" = ANY ($7::text[])
      AND NOT p."id" IN (
        SELECT
          s."phoneId"
        FROM
          "DeviceState" s
          JOIN "DeviceProfile" u ON u."id" = s."loginProfileId"
        WHERE
          "u"."softkeyTemplateId" IS NOT NULL
      )
    UNION ALL
    SELECT
      p."name",
      p."key",
      $8::text AS "through",
      NULL::text AS "throughName"
    FROM
      "Phone" p
      LEFT JOIN "CommonDeviceConfiguration" v ON v."id" = p."commonDeviceConfigurationId"
    WHERE
      $9::text = coalesce(
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
            m."key" = $10
        )
      )
      AND "v"."softkeyTemplateId" IS NULL
      AND "p"."softkeyTemplateId" IS NULL
      AND p."model" = ANY ($11::text[])
      AND NOT p."id" IN (
        SELECT
          s."phoneId"
        FROM
          "DeviceState" s
          JOIN "DeviceProfile" u ON u."id" = s."loginProfileId"
        WHERE
          "u"."softkeyTemplateId" IS NOT NULL
      )
  ) as "i"
order by
  "key"
limit
  $12;
