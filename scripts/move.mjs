// Moves the data of the embedded database to an empty database of a PostgreSQL server; the data folder stays as it is.
// Usage: npm run move -- --to postgresql://user:password@host/database
import "./register-aliases.mjs";
import { parseArgs } from "node:util";
import { run } from "./command.mjs";

await run(async ({ readEnvironment }) => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  if (!values.to || !/^postgres(ql)?:\/\//.test(values.to))
    throw new Error("Name the database: npm run move -- --to postgresql://user:password@host/database");
  const { dataDir } = readEnvironment();
  const { moveToServer } = await import("@/lib/server/db/move");
  const { tables, rows } = await moveToServer(dataDir, values.to);
  return `Moved ${rows} rows in ${tables} tables, each compared. Start with DATABASE_URL from now on; ${dataDir} is unchanged.`;
});
