import { offerBackups } from "@/lib/server/backup/socket";
import { addressOf, exposureWarning } from "@/lib/server/config/exposure";
import type { Instance } from "@/lib/server/instance";
import { startInstance } from "@/lib/server/process/start-instance";
import { startRunner } from "@/lib/server/runtime/runner";
import { sentenceOf } from "@/lib/server/sentence";

/** Starts the program; when it cannot, says why in one sentence and ends the process. */
export async function startOrExit(): Promise<void> {
  try {
    const instance = await startInstance();
    const { environment, database } = instance;
    startWork(instance);
    offerBackups(environment.dataDir, database, instance.logger);
    const place = database.kind === "embedded" ? `data in ${environment.dataDir}` : "PostgreSQL";
    process.stdout.write(`Ringback is ready at ${addressOf(environment)} (${place})\n`);
    const warning = exposureWarning(environment);
    if (warning !== null) process.stderr.write(`${warning}\n`);
  } catch (error) {
    process.stderr.write(`Ringback cannot start. ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

/** Begins the background work; when the process is asked to end, no further batch is begun. */
function startWork({ runtime }: Instance): void {
  const runner = startRunner(runtime);
  const stop = () => void runner.stop();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
