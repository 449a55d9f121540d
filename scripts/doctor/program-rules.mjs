// The rules of the doctor about the settings, the data and the network.
import { hint, ok, wrong } from "./findings.mjs";

/**
 * The settings, one finding for each that is bad.
 * @param {string | null} refusal what `readEnvironment` says; null when it accepts them
 * @param {readonly string[]} unknown variables with our prefix that nobody reads
 */
export function judgeSettings(refusal, unknown) {
  const lines = refusal === null ? [] : refusal.split("\n").filter((line) => line.startsWith("  "));
  const bad = lines.map((line) => wrong("settings", line.trim(), "Correct or unset it (README, Settings)."));
  const odd = unknown.map((name) => hint("settings", `${name} is none`, "Look for a slip in its name."));
  return bad.length + odd.length === 0 ? [ok("settings", "valid")] : [...bad, ...odd];
}

/**
 * The port, and who has it.
 * @param {{ refusal: string | null, runningVersion: string | null, address: string }} found why it cannot be had, and the
 *   version of the Ringback that answers there
 */
export function judgePort({ refusal, runningVersion, address }) {
  if (refusal === null) return ok("port", `free for ${address}`);
  if (runningVersion === null) return wrong("port", refusal);
  return ok("port", `Ringback ${runningVersion} runs at ${address}`);
}

/**
 * The data folder.
 * @param {{ folder: string, state: "new" | "database", refusal: string | null, isInUse: boolean }} found
 * @param {boolean} isRunning whether Ringback runs where these settings would start it
 */
export function judgeFolder({ folder, state, refusal, isInUse }, isRunning) {
  if (refusal !== null) return wrong("data", refusal);
  if (isInUse && isRunning) return ok("data", `${folder} is in use by the Ringback that runs`);
  if (isInUse)
    return wrong(
      "data",
      `another Ringback uses ${folder}`,
      "Stop it, or choose another folder with DATA_DIR.",
    );
  return ok(
    "data",
    state === "new" ? `${folder}: the first start makes it` : `${folder} is whole and not in use`,
  );
}

const leastServerVersion = 150_000;
const mostSecondsApart = 2;

/**
 * A PostgreSQL server.
 * @param {{ refusal: string } | { versionNumber: number, version: string, hasTrigrams: boolean, secondsApart: number, missing: number }} found
 */
export function judgeServer(found) {
  if ("refusal" in found) return [wrong("database", found.refusal, "Start it, or correct DATABASE_URL.")];
  const { versionNumber, version, hasTrigrams, secondsApart, missing } = found;
  if (versionNumber < leastServerVersion)
    return [wrong("database", `PostgreSQL ${version} is too old`, "Use version 15 or newer.")];
  if (!hasTrigrams) {
    const todo = "Install the contrib package of this PostgreSQL.";
    return [wrong("database", `PostgreSQL ${version} has no extension pg_trgm`, todo)];
  }
  const tables = missing === 0 ? "its tables are of this version" : "the next start brings its tables up";
  const reached = ok("database", `PostgreSQL ${version} answers; ${tables}`);
  if (Math.abs(secondsApart) <= mostSecondsApart) return [reached];
  const says = `${Math.abs(secondsApart).toFixed(0)} s ${secondsApart > 0 ? "ahead of" : "behind"} the database server`;
  return [reached, hint("clock", says, "Let both machines follow the same time server.")];
}
