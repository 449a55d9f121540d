import { setTimeout as delay } from "node:timers/promises";
import { databaseTrouble } from "@/lib/server/db/trouble";
import { runningProgram } from "@/lib/server/running";
import { programVersion } from "@/lib/server/version";

/** Whether the process runs, and whether the program can do its work, for those who watch it. */
export interface Health {
  status: 200 | 503;
  body: { status: "ok" | "unavailable"; version: string; reason?: HealthReason; message?: string };
}

type HealthReason = keyof typeof reasons;

/** Why the program is not ready; nothing that would help an attacker, because anybody may ask. */
const reasons = {
  starting: "The program is starting.",
  databaseAway: "The database cannot be reached.",
  databaseBusy: "The database does not answer in time.",
  databaseBroken: "The database answers with an error; the log names it.",
} as const;

const longestMilliseconds = 1_800;

/** Alive: the process answers. Asks nobody. */
export function liveHealth(): Health {
  return { status: 200, body: { status: "ok", version: programVersion } };
}

/** Ready: the program has started and its database answers. Says so, or why not, within two seconds. */
export async function readyHealth(): Promise<Health> {
  const running = await runningProgram();
  if (!running) return unavailable("starting");
  const late = new AbortController();
  const tooLate = delay(longestMilliseconds, "databaseBusy" as const, { signal: late.signal, ref: false });
  const asked = running.database.ping().then(
    () => null,
    (error: unknown) => reasonOf(error),
  );
  const reason = await Promise.race([asked, tooLate]);
  late.abort();
  tooLate.catch(() => undefined);
  return reason === null ? liveHealth() : unavailable(reason);
}

function reasonOf(error: unknown): HealthReason {
  switch (databaseTrouble(error)) {
    case "away":
      return "databaseAway";
    case "busy":
      return "databaseBusy";
    case null:
      return "databaseBroken";
  }
}

function unavailable(reason: HealthReason): Health {
  return {
    status: 503,
    body: { status: "unavailable", version: programVersion, reason, message: reasons[reason] },
  };
}

const retryAfterSeconds = 2;

/** The headers of such an answer: it holds for this moment only. */
export function healthHeaders({ status }: Health): Record<string, string> {
  return {
    "cache-control": "no-store",
    ...(status === 503 ? { "retry-after": String(retryAfterSeconds) } : {}),
  };
}

/** The health that an address asks for, or null for every other address. */
export function healthAt(path: string): Promise<Health> | Health | null {
  switch (path) {
    case "/api/health/live":
      return liveHealth();
    case "/api/health":
    case "/api/health/ready":
      return readyHealth();
    default:
      return null;
  }
}
