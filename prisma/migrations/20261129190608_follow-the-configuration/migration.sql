-- Written by hand: who waits is ordered by the time of acceptance from now on, requests that are served know what was asked
-- for, and trunks are known by their ids.
UPDATE "CallEntity" e SET "value" = e."value" || jsonb_build_object('digits', coalesce(
    (SELECT q."value" -> 'target' ->> 'digits' FROM "CallBackRequest" q WHERE q."id" = e."value" ->> 'request'),
    (SELECT n."pattern" FROM "DirectoryNumber" n WHERE n."id" = e."value" ->> 'watched'), e."value" ->> 'watched'))
  WHERE e."kind" = 'served';
UPDATE "CallEntity" e SET "value" = e."value" || jsonb_build_object('since', coalesce(
    (SELECT q."value" -> 'createdAt' FROM "CallBackRequest" q WHERE q."id" = coalesce(
      (SELECT s."value" ->> 'request' FROM "CallEntity" s WHERE s."cluster" = e."cluster" AND s."kind" = 'served' AND s."key" = e."key"),
      e."key")), to_jsonb(0)))
  WHERE e."kind" = 'waiters';
UPDATE "CallEntity" e SET "value" = jsonb_set(e."value", '{outbound,trunk}', to_jsonb(t."id"))
  FROM "Trunk" t WHERE e."kind" = 'calls' AND t."key" = e."value" -> 'outbound' ->> 'trunk';
