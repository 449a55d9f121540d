-- findNewestChange
select
  max("r"."at") as "at"
from
  "Revision" as "r"
where
  (r."entity", r."entityId", r."number") IN (
    SELECT
      *
    FROM
      unnest($1::text[], $2::text[], $3::int[])
  );

-- findRevisionsByReference
select
  "r"."entity",
  "r"."entityId",
  "r"."number",
  "r"."content",
  "r"."at"
from
  "Revision" as "r"
where
  (r."entity", r."entityId", r."number") IN (
    SELECT
      *
    FROM
      unnest($1::text[], $2::text[], $3::int[])
  );
