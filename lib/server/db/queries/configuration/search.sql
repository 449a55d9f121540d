-- searchClosely
(
  SELECT
    'phone'::text AS "kind",
    t."id",
    "t"."name" AS "name",
    NULL::text AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', NULL::text, 'owner', t."settings" ->> 'owner', 'directoryNumber', t."numbersKey") AS "texts",
    false AS "isAlike"
  FROM
    "Phone" t
  WHERE
    "t"."key" LIKE $1
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $2
)
UNION ALL
(
  SELECT
    'phone'::text AS "kind",
    t."id",
    "t"."name" AS "name",
    NULL::text AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', NULL::text, 'owner', t."settings" ->> 'owner', 'directoryNumber', t."numbersKey") AS "texts",
    false AS "isAlike"
  FROM
    "Phone" t
  WHERE
    (
      (
        (
          (
            "t"."key" LIKE $3
            OR "t"."descriptionKey" LIKE $4
            OR "t"."numbersKey" LIKE $5
            OR (
              t."ownerKey" <> ''
              AND "t"."ownerKey" LIKE $6
            )
          )
        )
        AND (
          (
            "t"."key" LIKE $7
            OR "t"."descriptionKey" LIKE $8
            OR "t"."descriptionKey" LIKE $9
            OR "t"."numbersKey" LIKE $10
            OR (
              t."ownerKey" <> ''
              AND "t"."ownerKey" LIKE $11
            )
          )
          OR (
            "t"."key" LIKE $12
            OR "t"."descriptionKey" LIKE $13
            OR "t"."numbersKey" LIKE $14
            OR (
              t."ownerKey" <> ''
              AND "t"."ownerKey" LIKE $15
            )
          )
        )
        AND (
          (
            "t"."key" LIKE $16
            OR "t"."descriptionKey" LIKE $17
            OR "t"."descriptionKey" LIKE $18
            OR "t"."numbersKey" LIKE $19
            OR (
              t."ownerKey" <> ''
              AND "t"."ownerKey" LIKE $20
            )
          )
        )
      )
    )
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $21
)
UNION ALL
(
  SELECT
    'phone'::text AS "kind",
    t."id",
    "t"."name" AS "name",
    NULL::text AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', l."label", 'owner', t."settings" ->> 'owner', 'directoryNumber', t."numbersKey") AS "texts",
    false AS "isAlike"
  FROM
    (
      SELECT
        "c"."phoneId" AS "owner",
        c."label"
      FROM
        "PhoneLine" c
      WHERE
        c."label" <> ''
        AND (
          (c."label" ILIKE $22)
          AND (
            c."label" ILIKE $23
            OR c."label" ILIKE $24
          )
          AND (c."label" ILIKE $25)
        )
      LIMIT
        $26
    ) l
    JOIN "Phone" t ON t."id" = l."owner"
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $27
)
UNION ALL
(
  SELECT
    'directoryNumber'::text AS "kind",
    t."id",
    "t"."pattern" AS "name",
    (
      SELECT
        p."name"
      FROM
        "Partition" p
      WHERE
        p."id" = t."partitionId"
    ) AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', NULL::text, 'alertingName', t."settings" ->> 'alertingName') AS "texts",
    false AS "isAlike"
  FROM
    "DirectoryNumber" t
  WHERE
    "t"."key" LIKE $28
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $29
)
UNION ALL
(
  SELECT
    'directoryNumber'::text AS "kind",
    t."id",
    "t"."pattern" AS "name",
    (
      SELECT
        p."name"
      FROM
        "Partition" p
      WHERE
        p."id" = t."partitionId"
    ) AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', NULL::text, 'alertingName', t."settings" ->> 'alertingName') AS "texts",
    false AS "isAlike"
  FROM
    "DirectoryNumber" t
  WHERE
    (
      (
        (("t"."key" LIKE $30))
        AND (
          ("t"."key" LIKE $31)
          OR ("t"."key" LIKE $32)
        )
        AND (("t"."key" LIKE $33))
      )
      OR "t"."descriptionKey" LIKE $34
      OR "t"."alertingNameKey" LIKE $35
    )
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $36
);

-- searchWidely
(
  SELECT
    'phone'::text AS "kind",
    t."id",
    "t"."name" AS "name",
    NULL::text AS "partition",
    t."description" AS "description",
    jsonb_build_object('label', NULL::text, 'owner', t."settings" ->> 'owner', 'directoryNumber', t."numbersKey") AS "texts",
    false AS "isAlike"
  FROM
    (
      SELECT
        t.*
      FROM
        "Phone" t
      WHERE
        (
          (strpos(t."descriptionKey", $1) > 0)
          AND (strpos(t."descriptionKey", $2) > 0)
        )
      LIMIT
        $3
    ) t
  ORDER BY
    t."key",
    t."id"
  LIMIT
    $4
)
UNION ALL
(
  SELECT
    "kind",
    "id",
    "name",
    "partition",
    "description",
    "texts",
    "isAlike"
  FROM
    (
      SELECT
        'phone'::text AS "kind",
        t."id",
        "t"."name" AS "name",
        NULL::text AS "partition",
        t."description" AS "description",
        jsonb_build_object('label', NULL::text, 'owner', t."settings" ->> 'owner', 'directoryNumber', t."numbersKey") AS "texts",
        true AS "isAlike",
        t."key",
        greatest(word_similarity ($5, "t"."descriptionKey"), word_similarity ($6, "t"."ownerKey")) AS "similarity"
      FROM
        "Phone" t
      WHERE
        (
          (
            "t"."descriptionKey" <> ''
            AND $7 <% "t"."descriptionKey"
          )
          OR (
            (
              "t"."ownerKey" <> ''
              AND $8 <% "t"."ownerKey"
            )
            OR (
              "t"."ownerKey" <> ''
              AND $9 % "t"."ownerKey"
            )
          )
        )
      LIMIT
        $10
    ) f
  ORDER BY
    "similarity" DESC,
    "key",
    "id"
  LIMIT
    $11
)
UNION ALL
(
  SELECT
    "kind",
    "id",
    "name",
    "partition",
    "description",
    "texts",
    "isAlike"
  FROM
    (
      SELECT
        'devicePool'::text AS "kind",
        t."id",
        "t"."name" AS "name",
        NULL::text AS "partition",
        t."description" AS "description",
        jsonb_build_object('label', NULL::text) AS "texts",
        true AS "isAlike",
        t."key",
        greatest(word_similarity ($12, "t"."key"), word_similarity ($13, "t"."descriptionKey")) AS "similarity"
      FROM
        "DevicePool" t
      WHERE
        (
          (
            (
              "t"."key" <> ''
              AND $14 <% "t"."key"
            )
            OR (
              "t"."key" <> ''
              AND $15 % "t"."key"
            )
          )
          OR (
            "t"."descriptionKey" <> ''
            AND $16 <% "t"."descriptionKey"
          )
        )
      LIMIT
        $17
    ) f
  ORDER BY
    "similarity" DESC,
    "key",
    "id"
  LIMIT
    $18
);
