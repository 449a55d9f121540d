// Puts a backup into an empty data folder and looks whether it is whole.
// Usage: DATA_DIR=new-folder npm run restore -- --from file.tar.gz
import "./register-aliases.mjs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { run } from "./command.mjs";

await run(async ({ readEnvironment }) => {
  const { values } = parseArgs({ options: { from: { type: "string" } } });
  if (!values.from) throw new Error("Name the backup: npm run restore -- --from file.tar.gz");
  const { dataDir } = readEnvironment();
  const { restore } = await import("@/lib/server/backup/restore");
  const { manifest, tables, rows } = await restore(resolve(values.from), dataDir);
  return `Restored ${rows} rows in ${tables} tables into ${dataDir}: the backup of ${manifest.at}, by version ${manifest.version}`;
});
