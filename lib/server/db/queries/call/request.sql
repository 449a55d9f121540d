-- listStoredRequests
select
  "t"."id",
  "t"."cluster",
  "t"."value",
  "t"."createdAt" as "sortValue",
  "t"."place" as "tieBreaker"
from
  "CallBackRequest" as "t"
where
  (
    "t"."phone" ILIKE $1
    OR "t"."state" ILIKE $2
  )
  and ("t"."createdAt", "t"."place") > ($3::timestamp(3), $4::bigint)
order by
  "t"."createdAt" asc,
  "t"."place" asc
limit
  $5;

select
  count(*)::int as "total"
from
  "CallBackRequest" as "t"
where
  (
    "t"."phone" ILIKE $1
    OR "t"."state" ILIKE $2
  );
