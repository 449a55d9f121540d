-- listUsers
select
  "t".*,
  "t"."username" as "sortValue",
  "t"."id" as "tieBreaker"
from
  "User" as "t"
where
  ("t"."version" = $1::int)
  and TRUE
order by
  "t"."username" asc,
  "t"."id" asc
limit
  $2;

select
  count(*)::int as "total"
from
  "User" as "t"
where
  ("t"."version" = $1::int);
