-- findObjectsForChange
select
  "t"."id"
from
  "DirectoryNumber" as "t"
where
  t."key" = ANY ($1::text[])
  AND (
    t."key",
    coalesce(
      (
        SELECT
          p."key"
        FROM
          "Partition" p
        WHERE
          p."id" = t."partitionId"
      ),
      ''
    )
  ) IN (
    SELECT
      *
    FROM
      unnest($2::text[], $3::text[])
  )
order by
  "t"."id"
FOR UPDATE OF
  t;

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
  t."id" = ANY ($3::text[]);

-- findObjectsByIdForChange
select
  "t"."id"
from
  "Partition" as "t"
where
  t."id" = ANY ($1::text[])
order by
  "t"."id"
FOR NO KEY UPDATE OF
  t;

select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  '{}'::jsonb as "references",
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
        "DirectoryNumber" u
      WHERE
        "u"."partitionId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "RoutePattern" u
      WHERE
        "u"."partitionId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "CallingSearchSpaceMember" u
      WHERE
        "u"."partitionId" = t."id"
    )
  )::int as "usedByCount",
  0 as "inheritedByCount"
from
  "Partition" as "t"
where
  t."id" = ANY ($1::text[]);

-- findObjectsById
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  "t"."type" as "type",
  "t"."throughCube" as "throughCube",
  jsonb_build_object(
    $1::text,
    (
      SELECT
        "r"."name"
      FROM
        "RemoteCluster" r
      WHERE
        r."id" = "t"."remoteClusterId"
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
        "RoutePattern" u
      WHERE
        "u"."trunkId" = t."id"
    )
  )::int as "usedByCount",
  0 as "inheritedByCount"
from
  "Trunk" as "t"
where
  t."id" = ANY ($2::text[]);

-- findContentsById
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."description" as "description",
  '{}'::jsonb as "references",
  jsonb_build_object(
    $1::text,
    coalesce(
      (
        SELECT
          jsonb_agg(
            jsonb_build_object(
              $2::text,
              (
                SELECT
                  "r"."name"
                FROM
                  "Partition" r
                WHERE
                  r."id" = "c"."partitionId"
              )
            ) -> $3
            ORDER BY
              "c"."position"
          )
        FROM
          "CallingSearchSpaceMember" c
        WHERE
          "c"."callingSearchSpaceId" = t."id"
      ),
      '[]'::jsonb
    )
  ) as "lists"
from
  "CallingSearchSpace" as "t"
where
  t."id" = ANY ($4::text[]);

-- scanObjects
with
  "page" as materialized (
    select
      "t"."key" as "sortValue",
      "t"."id" as "tieBreaker"
    from
      "Locale" as "t"
    where
      TRUE
      and TRUE
    order by
      "t"."key" asc,
      "t"."id" asc
    limit
      $1
  )
select
  "t"."id" as "id",
  "t"."settings" as "settings",
  "t"."name" as "name",
  "t"."kind" as "kind",
  "t"."isInstalled" as "isInstalled",
  '{}'::jsonb as "references",
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
        "CommonDeviceConfiguration" u
      WHERE
        "u"."userLocaleId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "CommonDeviceConfiguration" u
      WHERE
        "u"."networkLocaleId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "Phone" u
      WHERE
        "u"."userLocaleId" = t."id"
    ) + (
      SELECT
        count(*)
      FROM
        "Phone" u
      WHERE
        "u"."networkLocaleId" = t."id"
    )
  )::int as "usedByCount",
  (
    (
      SELECT
        count(*)
      FROM
        "CommonDeviceConfiguration" v
        JOIN "Phone" p ON p."commonDeviceConfigurationId" = v."id"
      WHERE
        "v"."userLocaleId" = t."id"
        AND "p"."userLocaleId" IS NULL
        AND TRUE
        AND NOT FALSE
    ) + (
      SELECT
        count(*)
      FROM
        "Phone" p
        LEFT JOIN "CommonDeviceConfiguration" v ON v."id" = p."commonDeviceConfigurationId"
      WHERE
        t."id" = (
          SELECT
            l."id"
          FROM
            "Locale" l
          WHERE
            l."key" = $2
        )
        AND "v"."userLocaleId" IS NULL
        AND "p"."userLocaleId" IS NULL
        AND TRUE
        AND NOT FALSE
    ) + (
      SELECT
        count(*)
      FROM
        "CommonDeviceConfiguration" v
        JOIN "Phone" p ON p."commonDeviceConfigurationId" = v."id"
      WHERE
        "v"."networkLocaleId" = t."id"
        AND "p"."networkLocaleId" IS NULL
        AND TRUE
        AND NOT FALSE
    ) + (
      SELECT
        count(*)
      FROM
        "Phone" p
        LEFT JOIN "CommonDeviceConfiguration" v ON v."id" = p."commonDeviceConfigurationId"
      WHERE
        t."id" = (
          SELECT
            l."id"
          FROM
            "Locale" l
          WHERE
            l."key" = $3
        )
        AND "v"."networkLocaleId" IS NULL
        AND "p"."networkLocaleId" IS NULL
        AND TRUE
        AND NOT FALSE
    )
  )::int as "inheritedByCount",
  "page"."sortValue",
  "page"."tieBreaker"
from
  "page"
  inner join "Locale" as "t" on t."id" = page."tieBreaker"
order by
  "page"."sortValue" asc,
  "t"."id" asc;

-- largestLists
select
  jsonb_build_array(
    max(
      (
        SELECT
          max("c"."index")
        FROM
          "PhoneLine" c
        WHERE
          "c"."phoneId" = t."id"
      )
    ),
    max(
      (
        SELECT
          count(*)
        FROM
          "PhoneSpeedDial" c
        WHERE
          "c"."phoneId" = t."id"
      )
    ),
    max(jsonb_array_length(t."settings" -> $1))
  ) as "sizes"
from
  "Phone" as "t"
where
  TRUE;
