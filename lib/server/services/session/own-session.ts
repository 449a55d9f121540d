import type { Actor } from "@/lib/server/context";

/** The id of the session that the actor asks with, or null when they ask with something else. */
export function ownSession({ credential }: Actor): string | null {
  return credential?.kind === "session" ? credential.id : null;
}
