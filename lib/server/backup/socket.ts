import { chmodSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { join } from "node:path";
import type { Logger } from "pino";
import { packDatabase } from "@/lib/server/db/folder/archive";
import type { Database } from "@/lib/server/db/open";
import { sentenceOf } from "@/lib/server/sentence";

const backupPath = "/backup";
/** The systems' own limit of the address of a socket, less what they need themselves. */
const mostAddressBytes = 100;

/** Where the running program listens for who has the data folder; null where that cannot be. */
export function socketOf(dataDir: string): string | null {
  const socket = join(dataDir, "socket");
  return process.platform === "win32" || Buffer.byteLength(socket) > mostAddressBytes ? null : socket;
}

/**
 * Offers backups of the running database on a socket in the data folder, which only this account may enter: who can reach
 * it could read the files, so there is nothing to ask for. To be called by who holds the folder.
 */
export function offerBackups(
  dataDir: string,
  { withCopy }: Pick<Database, "withCopy">,
  logger: Pick<Logger, "error" | "warn">,
): Server | null {
  if (!withCopy) return null;
  const notOffered = { event: "backup.notOffered" };
  const socket = socketOf(dataDir);
  if (!socket) {
    logger.warn(notOffered, "backups need the program stopped: no socket can be made in the data folder");
    return null;
  }
  // One of a process that was killed; nobody listens on it, because the folder is ours.
  rmSync(socket, { force: true });
  const server = createServer(async (asked, answer) => {
    if (asked.method !== "POST" || asked.url !== backupPath) return void answer.writeHead(404).end();
    try {
      await withCopy((folder) => packDatabase(folder, new Date(), answer));
    } catch (error) {
      logger.error({ event: "backup.failed", reason: sentenceOf(error) }, "a backup failed");
      // What was sent is not whole, and the other side must know.
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(500).end(sentenceOf(error));
    }
  });
  server.on("error", (error) =>
    logger.error({ ...notOffered, reason: sentenceOf(error) }, "backups need the program stopped"),
  );
  server.listen(socket, () => chmodSync(socket, 0o600));
  return server.unref();
}

/**
 * Asks the running program for a backup.
 * @returns its bytes, or null when no program runs on the data folder
 * @throws Error with the program's sentence
 */
export async function askForBackup(dataDir: string): Promise<IncomingMessage | null> {
  const socketPath = socketOf(dataDir);
  if (!socketPath) return null;
  const answer = await new Promise<IncomingMessage | null>((resolve, reject) => {
    const asked = request({ socketPath, path: backupPath, method: "POST" }, resolve);
    asked.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" || error.code === "ECONNREFUSED" ? resolve(null) : reject(error),
    );
    asked.end();
  });
  if (!answer || answer.statusCode === 200) return answer;
  throw new Error((await answer.toArray()).join("") || `The program answered ${answer.statusCode}.`);
}
