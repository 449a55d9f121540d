/** The part of the running program that the server around it asks. */
interface Running {
  readonly database: { readonly ping: () => Promise<void> };
  readonly runtime: { readonly watch: { readonly isLost: boolean } };
}

const notYet = null;

/**
 * The running program, or null as long as it starts. Reads where `instance.ts` keeps it, without loading the program: the server
 * around it is there before it.
 */
export async function runningProgram(): Promise<Running | null> {
  const { ringbackInstance } = globalThis as typeof globalThis & { ringbackInstance?: Promise<Running> };
  if (!ringbackInstance) return null;
  return Promise.race([ringbackInstance.catch(() => notYet), Promise.resolve(notYet).then(() => notYet)]);
}
