// Backs the data folder up into a file, also while the program runs. Usage: npm run backup [-- --to file.tar.gz]
import "./register-aliases.mjs";
import { parseArgs } from "node:util";
import { run } from "./command.mjs";

await run(async ({ readEnvironment }) => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const { dataDir, databaseUrl } = readEnvironment();
  if (databaseUrl)
    throw new Error(
      "The data is on a PostgreSQL server. Back it up with pg_dump, as the server's other databases.",
    );
  const { backUp } = await import("@/lib/server/backup/back-up");
  const { file, bytes, isLive } = await backUp(dataDir, values.to, new Date());
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `Backed up ${dataDir}${isLive ? " while the program runs" : ""}: ${file}, ${megabytes} MB`;
});
