-- findDueKinds
select
  exists (
    select
    from
      "DueGroup"
    where
      "timerKind" = $1
      and "dueAt" <= $2
  ) as "shutDown",
  exists (
    select
    from
      "DueGroup"
    where
      "timerKind" = $3
      and "dueAt" <= $4
  ) as "registering",
  exists (
    select
    from
      "DeviceState"
    where
      "queuedAt" <= $5
  ) as "queued";

-- listQueued
select
  "phoneId",
  "queuedAt"
from
  "DeviceState"
where
  "queuedAt" <= $1
order by
  "queuedAt",
  "phoneId"
limit
  $2;
