-- phonesInEngine
SELECT
  (
    SELECT
      array_agg(p."id")
    FROM
      "Phone" p
    WHERE
      p."id" = ANY ($1::text[])
      AND (
        EXISTS (
          SELECT
            1
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
          WHERE
            u."name" = "p"."name"
        )
        OR EXISTS (
          SELECT
            1
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
          WHERE
            w."phoneId" = "p"."id"
        )
      )
  ) AS "phones",
  (
    SELECT
      array_agg(w."key")
    FROM
      "CallEntity" w
    WHERE
      w."cluster" = ''
      AND w."kind" = 'watches'
      AND w."key" = ANY ($2::text[])
  ) AS "watched";
