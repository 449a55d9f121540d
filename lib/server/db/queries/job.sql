-- listJobs
select
  "t".*,
  "t"."createdAt" as "sortValue",
  "t"."place" as "tieBreaker"
from
  "Job" as "t"
where
  "t"."resource" = ANY ($1::text[])
  and ("t"."failed" = $2::int)
  and TRUE
order by
  "t"."createdAt" desc,
  "t"."place" desc
limit
  $3;

select
  count(*)::int as "total"
from
  "Job" as "t"
where
  "t"."resource" = ANY ($1::text[])
  and ("t"."failed" = $2::int);
