import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { emptyDatabase } from "@/lib/server/testing/empty-database";
import { runMigrations } from "@/lib/server/testing/run-migrations";

const revision = (id: string, entity: string, content: object) =>
  `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "by", "at", "requestId")
    VALUES ('${id}', '${entity}', '${id}', '${id}', 1, 'created', '${JSON.stringify(content)}', 'kim', now(), '')`;

const parsed = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

test.each([
  ["calling-search-space-of-phones", "phone", { lines: [] }, { callingSearchSpace: null }],
  ["discard-digits-of-route-patterns", "routePattern", { trunk: "To Busan" }, { discardDigits: null }],
])(
  "[PH-01] %s: the history tells that there was none, so that nothing waits to be applied and changes of before can be undone",
  async (name, kind, before, added) => {
    const migration = knownMigrations().find((known) => known.endsWith(`_${name}`)) ?? "";
    const empty = await emptyDatabase();
    const database = await empty.open();
    try {
      await runMigrations(
        database,
        knownMigrations().filter((known) => known < migration),
      );
      await database.query(revision("a", kind, before));
      await database.query(revision("b", "deviceProfile", { name: "b" }));
      await runMigrations(database, [migration]);
      const contents = await database.query(`SELECT "content" FROM "Revision" ORDER BY "id"`);
      expect(contents.map(({ content }) => parsed(content))).toEqual([
        { ...before, ...added },
        { name: "b" },
      ]);
    } finally {
      await database.close();
      await empty.remove();
    }
  },
  60_000,
);
