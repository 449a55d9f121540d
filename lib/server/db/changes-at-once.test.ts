import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { type BareDatabase, emptyDatabase } from "@/lib/server/testing/empty-database";

const migration = knownMigrations().find((name) => name.endsWith("_changes-at-once")) ?? "";

async function run(database: BareDatabase, migrations: readonly string[]): Promise<void> {
  const connection = await database.adapter.connect();
  for (const name of migrations)
    await connection.executeScript(readFileSync(join("prisma", "migrations", name, "migration.sql"), "utf8"));
  await connection.dispose();
}

const text = (value: unknown) => `'${JSON.stringify(value)}'`;
const off = { status: false, option: "Ringer Off" };
const on = { status: true, option: "Call Reject" };

/** An old database: what was saved of a phone and its number, revision by revision, and which of them the phone runs. */
async function fill(
  database: BareDatabase,
  phone: string,
  saved: { readonly phone: readonly object[]; readonly number: readonly object[] },
  running: { readonly phone: number; readonly number: number },
): Promise<void> {
  const number = `n-${phone}`;
  const versions = { phone: saved.phone.length, number: saved.number.length };
  await database.query(`INSERT INTO "DirectoryNumber" ("id", "pattern", "key", "version", "updatedAt", "updatedBy", "createdAt")
    VALUES ('${number}', '${phone}', '${phone}', ${versions.number}, now(), '', now())`);
  await database.query(`INSERT INTO "Phone" ("id", "name", "key", "model", "protocol", "devicePoolId", "phoneButtonTemplateId",
      "settings", "version", "updatedAt", "updatedBy", "createdAt")
    VALUES ('${phone}', '${phone}', '${phone}', 'Cisco 8841', 'SIP', '', '', ${text(saved.phone.at(-1))}, ${versions.phone}, now(), '', now())`);
  await database.query(
    `INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId") VALUES ('${phone}', 1, '${number}')`,
  );
  await database.query(`INSERT INTO "DeviceState" ("phoneId", "phoneRevision", "directoryNumbers")
    VALUES ('${phone}', ${running.phone}, ${text([{ id: number, number: running.number }])})`);
  const revisions = [
    ...saved.phone.map((content, at) => ({ entity: "phone", id: phone, number: at + 1, content })),
    ...saved.number.map((content, at) => ({
      entity: "directoryNumber",
      id: number,
      number: at + 1,
      content,
    })),
  ];
  for (const { entity, id, number: at, content } of revisions) {
    await database.query(`INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "by", "at", "requestId")
      VALUES ('${entity} ${id} ${at}', '${entity}', '${id}', '', ${at}, 'updated', ${text(content)}, '', now(), '')`);
    if (at > (entity === "phone" ? running.phone : running.number))
      await database.query(`INSERT INTO "UnappliedChange" VALUES ('${phone}', '${id}', ${at})`);
  }
}

test("changes of old data that hold at once wait no longer; all others still do", async () => {
  const empty = await emptyDatabase();
  const database = await empty.open();
  try {
    await run(
      database,
      knownMigrations().filter((name) => name < migration),
    );
    for (const column of ["devicePoolId", "phoneButtonTemplateId"])
      await database.query(`ALTER TABLE "Phone" DROP CONSTRAINT "Phone_${column}_fkey"`);
    const one = { pattern: "2001", partition: null, maxCalls: 2 };
    await fill(
      database,
      "a",
      { phone: [{ dnd: off }, { dnd: on }, { dnd: off }], number: [one, { ...one, maxCalls: 4 }] },
      { phone: 1, number: 1 },
    );
    await fill(
      database,
      "b",
      {
        phone: [{ dnd: off }, { dnd: off, owner: "kim" }, { dnd: on, owner: "kim" }],
        number: [one, { ...one, pattern: "2009" }, { ...one, pattern: "2009", maxCalls: 4 }],
      },
      { phone: 1, number: 1 },
    );
    await fill(
      database,
      "c",
      { phone: [{ dnd: off }, { dnd: off, owner: "kim" }, { dnd: on, owner: "kim" }], number: [one] },
      { phone: 3, number: 1 },
    );
    await database.query(`INSERT INTO "CallEntity" ("cluster", "kind", "key", "value", "version")
      VALUES ('', 'phones', 'a', '{"dnd": {}}', 1), ('', 'phones', 'b', '{"dnd": {}, "hook": "off"}', 1),
        ('Busan', 'phones', 'Busan:5001', '{"dnd": {}}', 1)`);
    await run(database, [migration]);
    const states = `SELECT p."id", p."downloadVersion" AS "saved", s."phoneRevision" AS "running", n."downloadVersion" AS "number",
        (s."directoryNumbers" -> 0 ->> 'number')::int AS "runningNumber"
      FROM "Phone" p JOIN "DeviceState" s ON s."phoneId" = p."id" JOIN "DirectoryNumber" n ON n."id" = 'n-' || p."id" ORDER BY 1`;
    expect(await database.query(states)).toEqual([
      { id: "a", saved: 1, running: 1, number: 1, runningNumber: 1 },
      { id: "b", saved: 2, running: 1, number: 2, runningNumber: 1 },
      { id: "c", saved: 2, running: 2, number: 1, runningNumber: 1 },
    ]);
    expect(await database.query(`SELECT * FROM "UnappliedChange" ORDER BY 1, 2`)).toEqual([
      { phoneId: "b", objectId: "b", version: 2 },
      { phoneId: "b", objectId: "n-b", version: 2 },
    ]);
    expect(await database.query(`SELECT "key", "value" FROM "CallEntity" ORDER BY 1`)).toEqual([
      { key: "Busan:5001", value: { dnd: {} } },
      { key: "b", value: { hook: "off" } },
    ]);
  } finally {
    await database.close();
    await empty.remove();
  }
});
