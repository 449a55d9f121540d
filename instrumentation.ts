/** Runs once when the server starts, before it answers: opens the database or stops with a clear sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startOrExit } = await import("@/lib/server/start");
  await startOrExit();
}
