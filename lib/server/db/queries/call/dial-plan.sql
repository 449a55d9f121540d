-- loadRoutePlan
SELECT
  (
    SELECT
      jsonb_agg(
        jsonb_build_object(
          'partition',
          coalesce(t."key", ''),
          'pattern',
          r."pattern",
          'trunk',
          k."id",
          'discardsPreDot',
          coalesce(r."settings" ->> 'discardDigits', '') = 'preDot'
        )
        ORDER BY
          r."key",
          r."id"
      )
    FROM
      "RoutePattern" r
      JOIN "Trunk" k ON k."id" = r."trunkId"
      LEFT JOIN "Partition" t ON t."id" = r."partitionId"
  ) AS "patterns",
  (
    SELECT
      jsonb_agg(
        jsonb_build_object('key', k."id", 'name', k."name", 'type', k."type", 'throughCube', k."throughCube", 'cluster', c."name")
        ORDER BY
          k."key"
      )
    FROM
      "Trunk" k
      LEFT JOIN "RemoteCluster" c ON c."id" = k."remoteClusterId"
      AND NOT EXISTS (
        SELECT
          1
        FROM
          "CallLink" i
        WHERE
          i."remoteClusterId" = c."id"
          AND i."mode" = 'down'
      )
  ) AS "trunks";

-- loadRemoteCluster
SELECT
  c."name",
  coalesce(
    (
      SELECT
        jsonb_agg(
          jsonb_build_object('pattern', n."pattern", 'name', n."name")
          ORDER BY
            n."pattern"
        )
      FROM
        "RemoteDirectoryNumber" n
      WHERE
        n."remoteClusterId" = c."id"
    ),
    '[]'::jsonb
  ) AS "numbers",
  coalesce(
    (
      SELECT
        jsonb_agg(
          jsonb_build_object(
            'key',
            k."id",
            'name',
            k."name",
            'type',
            k."type",
            'throughCube',
            k."throughCube",
            'cluster',
            CASE
              WHEN NOT EXISTS (
                SELECT
                  1
                FROM
                  "CallLink" i
                WHERE
                  i."remoteClusterId" = c."id"
                  AND i."mode" = 'down'
              ) THEN c."name"
            END
          )
          ORDER BY
            k."type" = 'sip',
            k."key"
        )
      FROM
        "Trunk" k
      WHERE
        k."remoteClusterId" = c."id"
    ),
    '[]'::jsonb
  ) AS "trunks"
FROM
  "RemoteCluster" c
WHERE
  c."key" = $1;
