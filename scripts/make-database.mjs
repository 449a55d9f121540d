// Makes an empty database of PostgreSQL in an empty folder, for the program, which starts this in a process of its own:
// PGlite needs some 700 MB for it, once. Usage: node scripts/make-database.mjs <folder>
import "./register-aliases.mjs";
import { run } from "./command.mjs";

// Whoever started this holds the other end, so that it is gone when this ends.
process.stdin.on("end", () => process.exit(1)).resume();
process.stdin.unref?.();

await run(async () => {
  const { startPgliteIn } = await import("@/lib/server/db/pglite");
  const [, , folder] = process.argv;
  const pglite = await startPgliteIn(folder, "relaxed");
  await pglite.close();
  return `Made ${folder}`;
});
