-- listCallBackPhones
WITH
  "runSoftkeys" AS MATERIALIZED (
    SELECT
      r."entityId",
      r."number"
    FROM
      "Revision" r
    WHERE
      r."entity" = 'softkeyTemplate'
      AND jsonb_path_exists(r."content", '$.callStates.*[*] ? (@ == "CallBack")')
  ),
  "runButtons" AS MATERIALIZED (
    SELECT
      r."entityId",
      r."number"
    FROM
      "Revision" r
    WHERE
      r."entity" = 'phoneButtonTemplate'
      AND jsonb_path_exists(r."content", '$.buttons[*].feature ? (@ == "CallBack")')
  )
SELECT
  p."name"
FROM
  "Phone" p
  JOIN "DeviceState" s ON s."phoneId" = p."id"
WHERE
  p."firstNumber" <> ''
  AND s."registration" IN ('registered', 'partiallyRegistered')
  AND s."calls" = 0
  AND (
    (
      p."model" = ANY ($1::text[])
      AND (s."softkeyTemplateId", s."softkeyTemplateRevision") IN (
        SELECT
          r."entityId",
          r."number"
        FROM
          "runSoftkeys" r
      )
    )
    OR (
      p."model" = ANY ($2::text[])
      AND (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IN (
        SELECT
          r."entityId",
          r."number"
        FROM
          "runButtons" r
      )
    )
  )
ORDER BY
  p."firstNumber",
  p."id"
LIMIT
  $3::int;

-- readCallBackFacts
WITH
  softkeys AS MATERIALIZED (
    SELECT
      k."id",
      k."isDefault"
    FROM
      "SoftkeyTemplate" k
    WHERE
      jsonb_path_exists(k."settings", '$.callStates.*[*] ? (@ == "CallBack")')
  ),
  buttons AS MATERIALIZED (
    SELECT
      b."id"
    FROM
      "PhoneButtonTemplate" b
    WHERE
      jsonb_path_exists(b."settings", '$.buttons[*].feature ? (@ == "CallBack")')
  ),
  "runSoftkeys" AS MATERIALIZED (
    SELECT
      r."entityId",
      r."number"
    FROM
      "Revision" r
    WHERE
      r."entity" = 'softkeyTemplate'
      AND jsonb_path_exists(r."content", '$.callStates.*[*] ? (@ == "CallBack")')
  ),
  "runButtons" AS MATERIALIZED (
    SELECT
      r."entityId",
      r."number"
    FROM
      "Revision" r
    WHERE
      r."entity" = 'phoneButtonTemplate'
      AND jsonb_path_exists(r."content", '$.buttons[*].feature ? (@ == "CallBack")')
  )
SELECT
  EXISTS (
    SELECT
      1
    FROM
      "SoftkeyTemplate" k
    WHERE
      NOT k."isStandard"
  ) AS "hasOwnSoftkeyTemplate",
  EXISTS (
    SELECT
      1
    FROM
      softkeys
  ) AS "hasSoftkey",
  EXISTS (
    SELECT
      1
    FROM
      softkeys k
      JOIN "CommonDeviceConfiguration" c ON c."softkeyTemplateId" = k."id"
      JOIN "Phone" p ON p."commonDeviceConfigurationId" = c."id"
  ) AS "isSoftkeyOnCommon",
  EXISTS (
    SELECT
      1
    FROM
      softkeys k
      JOIN "Phone" p ON p."softkeyTemplateId" = k."id"
  ) AS "isSoftkeyOnPhone",
  EXISTS (
    SELECT
      1
    FROM
      softkeys k
    WHERE
      k."isDefault"
  ) AS "isSoftkeyDefault",
  EXISTS (
    SELECT
      1
    FROM
      buttons
  ) AS "hasButton",
  EXISTS (
    SELECT
      1
    FROM
      buttons b
      JOIN "Phone" p ON p."phoneButtonTemplateId" = b."id"
  ) AS "isButtonOnPhone",
  (
    EXISTS (
      SELECT
        1
      FROM
        "runSoftkeys" r
        JOIN "DeviceState" s ON (s."softkeyTemplateId", s."softkeyTemplateRevision") = (r."entityId", r."number")
        JOIN "Phone" p ON p."id" = s."phoneId"
      WHERE
        s."registration" IN ('registered', 'partiallyRegistered')
        AND p."model" = ANY ($1::text[])
    )
    OR EXISTS (
      SELECT
        1
      FROM
        "runButtons" r
        JOIN "DeviceState" s ON (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") = (r."entityId", r."number")
        JOIN "Phone" p ON p."id" = s."phoneId"
      WHERE
        s."registration" IN ('registered', 'partiallyRegistered')
        AND p."model" = ANY ($2::text[])
    )
  ) AS "isRunning",
  EXISTS (
    SELECT
      1
    FROM
      "CallBackRequest"
  ) AS "isTried";

-- countPhonesAndRequests
SELECT
  (
    SELECT
      count(*)::int
    FROM
      "Phone"
  ) AS "phones",
  (
    SELECT
      count(*)::int
    FROM
      "DeviceState" s
    WHERE
      s."registration" NOT IN ('registered', 'partiallyRegistered')
  ) AS "away",
  (
    SELECT
      count(*)::int
    FROM
      "CallBackRequest" q
    WHERE
      q."state" <> $1
  ) AS "liveRequests";
