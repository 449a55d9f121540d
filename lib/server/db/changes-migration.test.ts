import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { emptyDatabase } from "@/lib/server/testing/empty-database";
import { runMigrations } from "@/lib/server/testing/run-migrations";

const migration = knownMigrations().find((name) => name.endsWith("_changes")) ?? "";

interface Old {
  entity?: string;
  object: string;
  name?: string;
  number: number;
  action?: string;
  partition?: string;
  by?: string;
  request: string;
  second: number;
}

/** A revision as it was stored before there were changes. */
function revision({ entity = "phone", object, number, request, second, ...more }: Old): string {
  const { name = object.toUpperCase(), action = "updated", by = "kim", partition } = more;
  const content = JSON.stringify(partition === undefined ? {} : { partition });
  return `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "reason", "by", "at", "requestId")
    VALUES ('${object}-${number}', '${entity}', '${object}', '${name}', ${number}, '${action}', '${content}', 'why', '${by}',
      '2026-01-05 08:00:${String(second).padStart(2, "0")}', '${request}')`;
}

const before = [
  revision({ object: "a", number: 1, action: "created", by: "(system)", request: "seed", second: 0 }),
  revision({ object: "b", number: 1, action: "created", request: "1", second: 1 }),
  revision({ object: "b", number: 2, name: "C", request: "2", second: 2 }),
  `INSERT INTO "Job" ("id", "kind", "resource", "state", "createdAt", "finishedAt", "userId", "by", "reason", "requestId")
    VALUES ('j', 'import', 'phone', 'done', '2026-01-05 08:00:03', '2026-01-05 08:00:06', '', 'kim', 'from a file', '3'),
      ('r', 'restart', 'phone', 'done', '2026-01-05 08:00:03', '2026-01-05 08:00:06', '', 'kim', '', '2')`,
  revision({
    ...{ entity: "directoryNumber", object: "n", name: "2001", action: "created", partition: "Seoul" },
    ...{ number: 1, request: "3", second: 4 },
  }),
  revision({ object: "a", number: 2, request: "3", second: 4 }),
  revision({ object: "b", number: 3, name: "C", request: "3", second: 5 }),
  revision({ object: "a", number: 3, request: "3", second: 6 }),
  // The same request id, which a caller may choose, at another time.
  revision({ object: "a", number: 4, action: "deleted", request: "3", second: 9 }),
  revision({
    ...{ entity: "directoryNumber", object: "n", name: "2001", partition: "Busan" },
    ...{ number: 2, request: "4", second: 10 },
  }),
  revision({ entity: "user", object: "u", number: 1, action: "created", request: "5", second: 11 }),
];

test("[CL-01] old revisions get changes: those of a job one, the others one each, accounts and the program's own none", async () => {
  const empty = await emptyDatabase();
  const database = await empty.open();
  try {
    await runMigrations(
      database,
      knownMigrations().filter((name) => name < migration),
    );
    for (const statement of before) await database.query(statement);
    await runMigrations(database, [migration]);
    const changes = await database.query(
      `SELECT "id", "kind", "by", "reason", "at"::text AS "at", "total" FROM "Change" ORDER BY "place"`,
    );
    const save = (id: string, second: string) => ({
      ...{ id, kind: "save", by: "kim", reason: "why", at: `2026-01-05 08:00:${second}`, total: 1 },
    });
    expect(changes).toEqual([
      save("b-1", "01"),
      save("b-2", "02"),
      { id: "j", kind: "import", by: "kim", reason: "from a file", at: "2026-01-05 08:00:04", total: 3 },
      save("a-4", "09"),
      save("n-2", "10"),
    ]);
    const objects =
      await database.query(`SELECT concat_ws(' ', "changeId", "position", "entity", "entityId", "name", "nameKey",
      "partition", "action", "formerKey", "formerPartition", "firstNumber", "lastNumber") AS "object"
      FROM "ChangeObject" ORDER BY "changeId", "position"`);
    expect(objects.map(({ object }) => object)).toEqual([
      "a-4 1 phone a A a deleted 4 4",
      "b-1 1 phone b B b created 1 1",
      "b-2 1 phone b C c renamed b  2 2",
      "j 1 directoryNumber n 2001 2001 Seoul created 1 1",
      "j 2 phone a A a changed 2 3",
      "j 3 phone b C c changed 3 3",
      "n-2 1 directoryNumber n 2001 2001 Busan renamed 2001 seoul 2 2",
    ]);
    const without = await database.query(
      `SELECT "id" FROM "Revision" WHERE "changeId" IS NULL ORDER BY "id"`,
    );
    expect(without).toEqual([{ id: "a-1" }, { id: "u-1" }]);
  } finally {
    await database.close();
    await empty.remove();
  }
}, 60_000);
