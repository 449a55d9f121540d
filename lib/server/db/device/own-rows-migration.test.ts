import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { emptyDatabase } from "@/lib/server/testing/empty-database";
import { runMigrations } from "@/lib/server/testing/run-migrations";

const migration = knownMigrations().find((name) => name.endsWith("_rows-tell-the-truth")) ?? "";

const dueAt = "2026-01-05 08:00:01";
const modules = `{"expansionModules": ["BEKEM 36-Button Line Expansion Module"]}`;

/** Phones a, b and c that share a state since job j took them away, with d, which talks, and e, which shuts down for itself. */
const before = [
  `ALTER TABLE "Phone" DROP CONSTRAINT "Phone_devicePoolId_fkey", DROP CONSTRAINT "Phone_phoneButtonTemplateId_fkey"`,
  `INSERT INTO "Phone" ("id", "name", "key", "model", "protocol", "devicePoolId", "phoneButtonTemplateId", "settings", "updatedAt", "updatedBy", "createdAt")
    SELECT n, upper(n), n, 'Cisco 8851', 'SIP', '', '', CASE n WHEN 'b' THEN '${modules}' ELSE '{}' END::jsonb, now(), '', now()
    FROM unnest(ARRAY['a', 'b', 'c', 'd', 'e']) n`,
  `INSERT INTO "DirectoryNumber" ("id", "pattern", "key", "updatedAt", "updatedBy", "createdAt")
    SELECT n, n, n, now(), '', now() FROM unnest(ARRAY['2001', '2002', '2003']) n`,
  `INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId") VALUES ('a', 2, '2001'), ('a', 10, '2002'), ('b', 1, '2003')`,
  `INSERT INTO "PhoneSpeedDial" ("phoneId", "index", "number") VALUES ('a', 1, '1'), ('a', 3, '3')`,
  `INSERT INTO "SharedState" ("id", "phase", "isPartial", "registration", "reason", "lastRegisteredAt", "softkeyTemplateId",
      "softkeyTemplateRevision", "phoneButtonTemplateId", "phoneButtonTemplateRevision", "underway", "jobId", "itemGroupId", "timerKind", "dueAt")
    VALUES ('s', 'registering', false, 'registering', 'CallManagerRestart', '2026-01-05 07:00:00', 'k', 3, 't', 4,
      '{"impact": "restart", "reason": "CallManagerRestart", "actions": [""]}', 'j', 'g', 'registering', '${dueAt}'),
      ('alone', 'registered', false, 'registered', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO "DeviceState" ("phoneId", "phase", "registration", "sharedStateId", "phoneRevision", "lastRegisteredAt")
    SELECT n, 'registered', 'registered', 's', 7, '2026-01-01' FROM unnest(ARRAY['a', 'b', 'c']) n`,
  `INSERT INTO "DeviceState" ("phoneId", "phase", "registration", "phoneRevision", "calls") VALUES ('d', 'registered', 'registered', 8, 1)`,
  `INSERT INTO "DeviceState" ("phoneId", "phase", "registration", "timerKind", "dueAt") VALUES ('e', 'down', 'unregistered', 'shutDown', '${dueAt}')`,
  `INSERT INTO "Job" ("id", "kind", "resource", "state", "total", "waiting", "underway", "createdAt", "userId", "by", "requestId")
    VALUES ('j', 'restart', 'phone', 'running', 3, 3, 3, now(), '', '', '')`,
  `INSERT INTO "JobItemGroup" ("id", "jobId", "firstPosition", "positions", "names", "partitions", "objectIds", "sharedStateId", "state")
    VALUES ('g', 'j', 1, '{1,2,3}', '{A,B,C}', '{NULL,NULL,NULL}', '{a,b,c}', 's', 'underway')`,
  `INSERT INTO "DeviceAlarmGroup" ("id", "at", "name", "severity", "phones") VALUES ('l', '${dueAt}', 'EndPointUnregistered', 'Warning', '{A,B,C}')`,
];

test("phones that shared a state have it in their rows, with timers and actions, and items and alarms are where they were", async () => {
  const empty = await emptyDatabase();
  const database = await empty.open();
  try {
    await runMigrations(
      database,
      knownMigrations().filter((name) => name < migration),
    );
    for (const statement of before) await database.query(statement);
    await runMigrations(database, [migration]);
    const states =
      await database.query(`SELECT "phoneId", "phase", "registration", "reason", "lastRegisteredAt"::text AS "at", "phoneRevision",
      "softkeyTemplateRevision" AS "softkeys", "underway" -> 'actions' AS "actions", "timerKind" FROM "DeviceState" ORDER BY 1`);
    const away = (phoneId: string, position: number) => ({
      ...{ phoneId, phase: "registering", registration: "registering", reason: "CallManagerRestart" },
      ...{ at: "2026-01-05 07:00:00", phoneRevision: 7, softkeys: 3, actions: [`j:${position}`] },
      timerKind: "registering",
    });
    const none = { reason: null, at: null, softkeys: null, actions: null };
    expect(states).toEqual([
      ...[away("a", 1), away("b", 2), away("c", 3)],
      {
        ...{ ...none, phoneId: "d", phase: "registered", registration: "registered" },
        ...{ phoneRevision: 8, timerKind: null },
      },
      {
        ...{ ...none, phoneId: "e", phase: "down", registration: "unregistered" },
        ...{ phoneRevision: null, timerKind: "shutDown" },
      },
    ]);
    expect(
      await database.query(
        `SELECT "timerKind", "dueAt"::text, to_jsonb("phoneIds") AS "phones", "phoneCount", "itemGroupId" FROM "DueGroup" ORDER BY 1`,
      ),
    ).toEqual([
      { timerKind: "registering", dueAt, phones: ["a", "b", "c"], phoneCount: 3, itemGroupId: "g" },
      { timerKind: "shutDown", dueAt, phones: ["e"], phoneCount: 1, itemGroupId: null },
    ]);
    expect(await database.query(`SELECT "position", "name", "state" FROM "EachJobItem" ORDER BY 1`)).toEqual([
      { position: 1, name: "A", state: "underway" },
      { position: 2, name: "B", state: "underway" },
      { position: 3, name: "C", state: "underway" },
    ]);
    expect(await database.query(`SELECT to_jsonb("phones") AS "phones" FROM "DeviceAlarmGroup"`)).toEqual([
      { phones: ["A", "B", "C"] },
    ]);
    // As the program writes it: lib/server/testing/broken-objects.ts holds that to the same.
    expect(await database.query(`SELECT "id", "layoutKey" FROM "Phone" ORDER BY 1`)).toEqual([
      { id: "a", layoutKey: ";2,10;1,3" },
      { id: "b", layoutKey: "BEKEM 36-Button Line Expansion Module;1;" },
      ...["c", "d", "e"].map((id) => ({ id, layoutKey: ";;" })),
    ]);
  } finally {
    await database.close();
    await empty.remove();
  }
});
