/** Runs once when the server starts, before it answers: opens the database or stops with a clear sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Building runs this file too, and must leave the database alone.
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { startOrExit } = await import("@/lib/server/process/start");
  await startOrExit();
}
