-- listStoredDecisions
select
  "t".*,
  "t"."phone" as "sortValue",
  "t"."id" as "tieBreaker"
from
  "CallDecision" as "t"
where
  ("t"."rule" ILIKE $1)
  and TRUE
order by
  "t"."phone" asc,
  "t"."id" asc
limit
  $2;

select
  count(*)::int as "total"
from
  "CallDecision" as "t"
where
  ("t"."rule" ILIKE $1);

select
  "t".*,
  "t"."phone" as "sortValue",
  "t"."id" as "tieBreaker"
from
  "CallDecision" as "t"
where
  TRUE
  and (
    (
      "t"."phone" IS NULL
      AND "t"."id" < $1
    )
    OR "t"."phone" IS NOT NULL
  )
order by
  "t"."phone" desc,
  "t"."id" desc
limit
  $2;

select
  count(*)::int as "total"
from
  "CallDecision" as "t"
where
  TRUE;
