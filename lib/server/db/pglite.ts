import { setImmediate as nextIteration } from "node:timers/promises";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { bufferMegabytes } from "@/lib/server/db/folder/buffers";
import { DataFolderFiles } from "@/lib/server/db/folder/file-layer";
import { sentenceOf } from "@/lib/server/sentence";

/**
 * Whether what is acknowledged is on the disk (`full`), or is left to the operating system, which a power cut or a reset of
 * the machine does not wait for (`relaxed`).
 */
export type Durability = "full" | "relaxed";

/** PGlite's own parameters without the one that tells PostgreSQL to leave the disk alone. */
const durableParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/**
 * PostgreSQL on the thread of this process. Each statement waits for an iteration of the event loop: those that wait would
 * otherwise follow each other without a gap, and as long as there are any no other client would be heard.
 */
class SharedThreadPglite extends PGlite {
  override _runExclusiveQuery<Result>(work: () => Promise<Result>): Promise<Result> {
    return super._runExclusiveQuery(async () => {
      await nextIteration();
      return work();
    });
  }
}

/** PostgreSQL in this process, in memory, with the extensions that the migrations use. */
export async function startPglite(options: PGliteOptions = {}): Promise<PGlite> {
  const pglite = new SharedThreadPglite({ ...options, extensions: { pg_trgm } });
  await pglite.waitReady;
  return pglite;
}

/**
 * PostgreSQL in this process, with its files in a folder of its own, which is made when it is not there.
 * @throws Error with the words of PostgreSQL when it cannot open the folder
 */
export async function startPgliteIn(folder: string, durability: Durability): Promise<PGlite> {
  const said: string[] = [];
  try {
    return await startPglite({
      fs: new DataFolderFiles(folder),
      startParams: [
        ...(durability === "full" ? durableParameters : PGlite.defaultStartParams),
        ...["-c", `shared_buffers=${bufferMegabytes(folder)}MB`],
      ],
      onStderr: (line) => {
        said.push(line);
        return true;
      },
    });
  } catch (error) {
    const reasons = said.flatMap((line) => line.match(/\b(?:FATAL|PANIC|DETAIL): +(.*)/)?.[1] ?? []);
    const reason = reasons.length > 0 ? reasons.join(" ") : sentenceOf(error);
    throw new Error(reason.replace(/\.$/, ""), { cause: error });
  }
}
