import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openDataFolder } from "@/lib/server/db/embedded";
import { refuseOthersFolder } from "@/lib/server/db/folder/private-files";
import { refuseIncompleteFolder } from "@/lib/server/db/folder/whole";
import { connectToServer, openServer } from "@/lib/server/db/server";
import { quoted, tableNames } from "@/lib/server/db/tables";

type Row = Record<string, unknown>;
type Query = (sql: string) => Promise<Row[]>;

/** What was moved. */
interface Moved {
  tables: number;
  rows: number;
}

/**
 * Copies everything of a data folder to an empty database of a PostgreSQL server and compares it there, row by row. All of it
 * happens in one transaction of the server; the folder keeps its data.
 * @throws Error with a sentence for people; then the server's database has no data of it
 */
export async function moveToServer(dataDir: string, url: string): Promise<Moved> {
  refuseOthersFolder(dataDir);
  refuseIncompleteFolder(dataDir);
  const { pglite, release } = await openDataFolder(dataDir, "full");
  try {
    const client = await connectToServer(url);
    try {
      // A database that is refused is not even brought up to date.
      await refuseUsedDatabase(queryOf(client));
      // Makes the tables; the pool is not needed.
      await (await openServer(url)).close();
      return await copyAll(pglite, client);
    } finally {
      await client.end();
    }
  } finally {
    await pglite.close();
    release();
  }
}

function queryOf(client: pg.Client): Query {
  return async (sql) => (await client.query<Row>(sql)).rows;
}

async function copyAll(pglite: PGlite, client: pg.Client): Promise<Moved> {
  const source: Query = async (sql) => (await pglite.query<Row>(sql)).rows;
  const target = queryOf(client);
  for (const query of [source, target]) for (const setting of sameWords) await query(setting);
  await target("BEGIN");
  try {
    const tables = await tableNames(target);
    await target(`LOCK TABLE ${tables.map(quoted).join(", ")} IN ACCESS EXCLUSIVE MODE`);
    // From here on nobody else writes: a program that has just started there may have done so meanwhile.
    await refuseUsedDatabase(target);
    const constraints = await dropReferences(target);
    for (const table of tables) await target(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
    await target(`TRUNCATE ${tables.map(quoted).join(", ")}`);
    for (const table of tables) await copyTable(pglite, source, client, table);
    for (const constraint of constraints) await target(constraint);
    for (const table of tables) await target(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
    await continueSequences(source, target);
    const moved = await compare(source, target, tables);
    await target("COMMIT");
    await target("ANALYZE");
    return moved;
  } catch (error) {
    await target("ROLLBACK");
    throw error;
  }
}

/** So that both databases write the same value in the same words. */
const sameWords = [
  "SET TimeZone = 'UTC'",
  "SET DateStyle = 'ISO'",
  "SET IntervalStyle = 'postgres'",
  "SET bytea_output = 'hex'",
  "SET extra_float_digits = 1",
  "SET statement_timeout = 0",
];

async function refuseUsedDatabase(target: Query): Promise<void> {
  const [table] = await target(`SELECT to_regclass('"User"')::text AS name`);
  if (table?.name == null) return;
  const [row] = await target('SELECT count(*)::int AS users FROM "User"');
  if (Number(row?.users) === 0) return;
  throw new Error(
    "The PostgreSQL database has data of Ringback already, which would be lost. Nothing was changed. Name an empty one.",
  );
}

/** Drops the references between tables, which would ask for an order; answers the statements that make and check them again. */
async function dropReferences(target: Query): Promise<string[]> {
  const rows =
    await target(`SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2`);
  for (const { table, name } of rows) await target(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows.map(
    ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  );
}

async function copyTable(pglite: PGlite, source: Query, client: pg.Client, table: string): Promise<void> {
  const rows = await source(`SELECT attname::text AS name FROM pg_attribute
    WHERE attrelid = '${quoted(table)}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`);
  const what = `${quoted(table)} (${rows.map(({ name }) => quoted(String(name))).join(", ")})`;
  const { blob } = await pglite.query(`COPY ${what} TO '/dev/blob'`);
  if (blob && blob.size > 0)
    await pipeline(
      Readable.fromWeb(blob.stream() as ReadableStream<Uint8Array>),
      client.query(copyFrom(`COPY ${what} FROM STDIN`)),
    );
}

async function continueSequences(source: Query, target: Query): Promise<void> {
  const rows =
    await source(`SELECT quote_ident(sequencename) AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL`);
  for (const { name, last } of rows) await target(`SELECT setval('${name}', ${last})`);
}

/** @throws Error that names the first table whose rows are not the same on both sides */
async function compare(source: Query, target: Query, tables: readonly string[]): Promise<Moved> {
  let rows = 0;
  for (const table of tables) {
    // A sum of the digests of the rows, whose order does not matter.
    const statement = `SELECT count(*)::int AS count, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text AS digest
      FROM ${quoted(table)} t`;
    const [[here], [there]] = [await source(statement), await target(statement)];
    if (here?.count !== there?.count || here?.digest !== there?.digest)
      throw new Error(
        `The table ${table} is not the same on both sides: ${here?.count} rows in the folder, ${there?.count} on the server. ` +
          "Nothing was moved.",
      );
    rows += Number(here?.count);
  }
  const names = await tableNames(source);
  if (names.join() !== tables.join())
    throw new Error("The tables are not the same on both sides. Nothing was moved.");
  return { tables: tables.length, rows };
}
