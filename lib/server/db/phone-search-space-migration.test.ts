import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { emptyDatabase } from "@/lib/server/testing/empty-database";
import { runMigrations } from "@/lib/server/testing/run-migrations";

const migration = knownMigrations().find((name) => name.endsWith("_calling-search-space-of-phones")) ?? "";

const revision = (id: string, entity: string, content: object) =>
  `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "by", "at", "requestId")
    VALUES ('${id}', '${entity}', '${id}', '${id}', 1, 'created', '${JSON.stringify(content)}', 'kim', now(), '')`;

const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

test("[PH-01] the history of phones tells that they had no calling search space, so that nothing waits to be applied and changes of before can be undone", async () => {
  const empty = await emptyDatabase();
  const database = await empty.open();
  try {
    await runMigrations(
      database,
      knownMigrations().filter((name) => name < migration),
    );
    await database.query(revision("a", "phone", { name: "a", lines: [] }));
    await database.query(revision("b", "deviceProfile", { name: "b" }));
    await runMigrations(database, [migration]);
    const contents = await database.query(`SELECT "content" FROM "Revision" ORDER BY "id"`);
    expect(contents.map(({ content }) => parsed(content))).toEqual([
      { name: "a", lines: [], callingSearchSpace: null },
      { name: "b" },
    ]);
  } finally {
    await database.close();
    await empty.remove();
  }
}, 60_000);
