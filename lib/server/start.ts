import { getInstance } from "@/lib/server/instance";

/** Starts the program; when it cannot, says why in one sentence and ends the process. */
export async function startOrExit(): Promise<void> {
  try {
    const { environment, database } = await getInstance();
    const place = database.kind === "embedded" ? `data in ${environment.dataDir}` : "PostgreSQL";
    process.stdout.write(`Ringback is ready at http://localhost:${environment.port} (${place})\n`);
  } catch (error) {
    process.stderr.write(
      `Ringback cannot start. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  }
}
