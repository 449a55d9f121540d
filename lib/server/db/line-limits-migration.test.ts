import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { emptyDatabase } from "@/lib/server/testing/empty-database";
import { runMigrations } from "@/lib/server/testing/run-migrations";

const migration = knownMigrations().find((name) => name.endsWith("_limits-of-lines")) ?? "";

const line = (index: number, directoryNumber: string, partition: string | null = null) => ({
  ...{ index, directoryNumber, partition, label: "", displayName: "" },
});

const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

function revision(id: string, entity: string, lines: unknown, number = 1): string {
  return `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "by", "at", "requestId")
    VALUES ('${id}${number}', '${entity}', '${id}', '${id}', ${number}, 'created', '${JSON.stringify({ name: id, lines })}', 'kim', now(), '')`;
}

/**
 * Phone a has 2001, which says its limits and was called 2000 before, and 200A, which has none stored; the profile has the 2001
 * of another partition, which was called 2000 as well. Of another cluster a number and a route point were changed.
 */
const before = [
  `ALTER TABLE "Phone" DROP CONSTRAINT "Phone_devicePoolId_fkey", DROP CONSTRAINT "Phone_phoneButtonTemplateId_fkey"`,
  `INSERT INTO "Partition" ("id", "name", "key", "updatedAt", "updatedBy", "createdAt") VALUES ('p', 'Seoul', 'seoul', now(), '', now())`,
  `INSERT INTO "DirectoryNumber" ("id", "pattern", "key", "partitionId", "settings", "updatedAt", "updatedBy", "createdAt") VALUES
    ('n', '2001', '2001', NULL, '{"busyTrigger": 3, "maxCalls": 6}', now(), '', now()),
    ('m', '2001', '2001', 'p', '{"busyTrigger": 2, "maxCalls": 4}', now(), '', now()),
    ('o', '200A', '200a', NULL, '{}', now(), '', now())`,
  `INSERT INTO "Phone" ("id", "name", "key", "model", "protocol", "devicePoolId", "phoneButtonTemplateId", "updatedAt", "updatedBy", "createdAt")
    VALUES ('a', 'A', 'a', 'Cisco 8841', 'SIP', '', '', now(), '', now())`,
  `INSERT INTO "DeviceProfile" ("id", "name", "key", "userId", "userIdKey", "updatedAt", "updatedBy", "createdAt") VALUES ('u', 'U', 'u', 'kim', 'kim', now(), '', now())`,
  `INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId") VALUES ('a', 1, 'n'), ('a', 2, 'o')`,
  `INSERT INTO "DeviceProfileLine" ("deviceProfileId", "index", "directoryNumberId") VALUES ('u', 1, 'm')`,
  revision("a", "phone", [line(1, "2001"), line(2, "200A"), line(3, "2999")]),
  revision("b", "phone", []),
  revision("c", "phone", [line(1, "2001", "Busan")]),
  revision("a", "phone", [line(1, "2000"), line(2, "2001")], 2),
  revision("u", "deviceProfile", [line(1, "2000", "Seoul")], 2),
  `INSERT INTO "CallEntity" ("cluster", "kind", "key", "value", "version") VALUES
    ('Busan', 'numbers', '7001', '{"kind": "directoryNumber", "pattern": "7001"}', 1),
    ('Busan', 'numbers', '7002', '{"kind": "ctiRoutePoint", "pattern": "7002"}', 1),
    ('Busan', 'calls', '7001', '{"digits": "7001"}', 1)`,
  revision("u", "deviceProfile", [line(1, "2001", "Seoul")]),
  `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "by", "at", "requestId")
    VALUES ('d', 'devicePool', 'd', 'd', 1, 'created', '{"name": "d"}', 'kim', now(), '')`,
];

test("[PH-01] lines go on with the limits that their directory numbers had, in what is saved and in the history", async () => {
  const empty = await emptyDatabase();
  const database = await empty.open();
  try {
    await runMigrations(
      database,
      knownMigrations().filter((name) => name < migration),
    );
    for (const statement of before) await database.query(statement);
    await runMigrations(database, [migration]);
    const lines = `SELECT "index", "busyTrigger", "maxCalls" FROM`;
    expect(await database.query(`${lines} "PhoneLine" ORDER BY "index"`)).toEqual([
      { index: 1, busyTrigger: 3, maxCalls: 6 },
      { index: 2, busyTrigger: 1, maxCalls: 2 },
    ]);
    expect(await database.query(`${lines} "DeviceProfileLine"`)).toEqual([
      { index: 1, busyTrigger: 2, maxCalls: 4 },
    ]);
    const contents = await database.query(`SELECT "content" FROM "Revision" ORDER BY "id"`);
    expect(contents.map(({ content }) => parsed(content))).toEqual([
      {
        name: "a",
        lines: [
          { ...line(1, "2001"), busyTrigger: 3, maxCalls: 6 },
          { ...line(2, "200A"), busyTrigger: 1, maxCalls: 2 },
          { ...line(3, "2999"), busyTrigger: 1, maxCalls: 2 },
        ],
      },
      {
        name: "a",
        lines: [
          { ...line(1, "2000"), busyTrigger: 3, maxCalls: 6 },
          { ...line(2, "2001"), busyTrigger: 3, maxCalls: 6 },
        ],
      },
      { name: "b", lines: [] },
      { name: "c", lines: [{ ...line(1, "2001", "Busan"), busyTrigger: 2, maxCalls: 4 }] },
      { name: "d" },
      { name: "u", lines: [{ ...line(1, "2001", "Seoul"), busyTrigger: 2, maxCalls: 4 }] },
      { name: "u", lines: [{ ...line(1, "2000", "Seoul"), busyTrigger: 2, maxCalls: 4 }] },
    ]);
    const entities = await database.query(`SELECT "value" FROM "CallEntity" ORDER BY "kind", "key"`);
    expect(entities.map(({ value }) => parsed(value))).toEqual([
      { digits: "7001" },
      { kind: "directoryNumber", pattern: "7001", lineLimits: [] },
      { kind: "ctiRoutePoint", pattern: "7002" },
    ]);
  } finally {
    await database.close();
    await empty.remove();
  }
}, 60_000);
