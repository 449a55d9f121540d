import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs statements one after the other on the same connection, and answers the rows of the last. */
type Run = (script: string) => Promise<Record<string, unknown>[]>;

/** A file that says how a function with its trigger, or a view, is now. */
export interface Definition {
  readonly path: string;
  readonly sql: string;
}

/** All that the database has besides tables, as it is meant to be: `functions/*.sql` and `views/*.sql`. */
export function readDefinitions(): Definition[] {
  const folders = ["functions", "views"].map((name) => join("lib", "server", "db", name));
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return paths.sort().map((path) => ({ path, sql: readFileSync(path, "utf8") }));
}

/** Each by what `DROP` calls it; those of extensions are left out. */
const installed = `
  SELECT 'FUNCTION ' || p.oid::regprocedure AS "name", pg_get_functiondef(p.oid) AS "text" FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  UNION ALL SELECT 'TRIGGER ' || quote_ident(t.tgname) || ' ON ' || t.tgrelid::regclass, pg_get_triggerdef(t.oid) FROM pg_trigger t
    WHERE NOT t.tgisinternal
  UNION ALL SELECT 'VIEW ' || c.oid::regclass, pg_get_viewdef(c.oid) FROM pg_class c
    WHERE c.relkind = 'v' AND c.relnamespace = current_schema()::regnamespace
  ORDER BY 1`;

async function readInstalled(run: Run): Promise<Map<string, string>> {
  const rows = await run(installed);
  return new Map(rows.map(({ name, text }) => [String(name), String(text)]));
}

/**
 * What a migration must do so that a database has what the files say: files that are new or changed, and `DROP` for what no
 * file says any more. The files are installed and read back as the database understands them, and all of it is undone.
 * @param tables what the migration does to the tables before
 * @returns statements; empty when the database has all of it, and nothing else
 */
export async function installDefinitions(
  run: Run,
  definitions: readonly Definition[],
  tables = "",
): Promise<string> {
  await run("BEGIN");
  try {
    const before = await readInstalled(run);
    for (const name of before.keys()) {
      const [kind, ...rest] = name.split(" ");
      await run(`DROP ${kind} IF EXISTS ${rest.join(" ")} CASCADE`);
    }
    if (tables !== "") await run(tables);
    const after = new Map<string, string>();
    const changed = new Set<string>();
    for (const { sql } of definitions) {
      await run(sql);
      for (const [name, text] of await readInstalled(run)) {
        if (after.get(name) !== text && before.get(name) !== text) changed.add(sql);
        after.set(name, text);
      }
    }
    const gone = [...before.keys()].filter((name) => !after.has(name)).reverse();
    return [...gone.map((name) => `DROP ${name};\n`), ...changed].join("\n");
  } finally {
    await run("ROLLBACK");
  }
}
