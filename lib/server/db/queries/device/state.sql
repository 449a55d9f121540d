-- lockDevices
select
  "s"."phoneId",
  "s"."phase",
  "s"."isPartial",
  "s"."reason",
  "s"."lastRegisteredAt",
  "s"."calls",
  "s"."phoneRevision",
  "s"."softkeyTemplateId",
  "s"."softkeyTemplateRevision",
  "s"."phoneButtonTemplateId",
  "s"."phoneButtonTemplateRevision",
  "s"."commonDeviceConfigurationId",
  "s"."commonDeviceConfigurationRevision",
  "s"."deviceProfileId",
  "s"."deviceProfileRevision",
  "s"."loginProfileId",
  "s"."loginUserId",
  "s"."directoryNumbers",
  "s"."postponed",
  "s"."underway",
  "s"."timerKind",
  "s"."dueAt",
  "s"."queuedAt",
  "p"."name",
  s.xmin::text as "version",
  p."settings" -> 'dnd' as "dnd"
from
  "DeviceState" as "s"
  inner join "Phone" as "p" on "p"."id" = "s"."phoneId"
where
  s."phoneId" = ANY ($1::text[])
order by
  "s"."phoneId";

-- findDevices
select
  "s"."phoneId",
  "s"."phase",
  "s"."isPartial",
  "s"."reason",
  "s"."lastRegisteredAt",
  "s"."calls",
  "s"."phoneRevision",
  "s"."softkeyTemplateId",
  "s"."softkeyTemplateRevision",
  "s"."phoneButtonTemplateId",
  "s"."phoneButtonTemplateRevision",
  "s"."commonDeviceConfigurationId",
  "s"."commonDeviceConfigurationRevision",
  "s"."deviceProfileId",
  "s"."deviceProfileRevision",
  "s"."loginProfileId",
  "s"."loginUserId",
  "s"."directoryNumbers",
  "s"."postponed",
  "s"."underway",
  "s"."timerKind",
  "s"."dueAt",
  "s"."queuedAt",
  "p"."name",
  s.xmin::text as "version",
  p."settings" -> 'dnd' as "dnd"
from
  "DeviceState" as "s"
  inner join "Phone" as "p" on "p"."id" = "s"."phoneId"
where
  s."phoneId" = ANY ($1::text[])
order by
  "s"."phoneId";

-- findDevicesByKey
select
  "s"."phoneId",
  "s"."phase",
  "s"."isPartial",
  "s"."reason",
  "s"."lastRegisteredAt",
  "s"."calls",
  "s"."phoneRevision",
  "s"."softkeyTemplateId",
  "s"."softkeyTemplateRevision",
  "s"."phoneButtonTemplateId",
  "s"."phoneButtonTemplateRevision",
  "s"."commonDeviceConfigurationId",
  "s"."commonDeviceConfigurationRevision",
  "s"."deviceProfileId",
  "s"."deviceProfileRevision",
  "s"."loginProfileId",
  "s"."loginUserId",
  "s"."directoryNumbers",
  "s"."postponed",
  "s"."underway",
  "s"."timerKind",
  "s"."dueAt",
  "s"."queuedAt",
  "p"."name",
  s.xmin::text as "version",
  p."settings" -> 'dnd' as "dnd"
from
  "DeviceState" as "s"
  inner join "Phone" as "p" on "p"."id" = "s"."phoneId"
where
  p."key" = ANY ($1::text[])
order by
  "s"."phoneId";
