/**
 * Why a statement failed, when that was the database's doing and not the request's: `away`, it cannot be reached or is
 * stopping; `busy`, others keep it, its rows or all connections for too long. Null for every other failure.
 */
export function databaseTrouble(error: unknown): "away" | "busy" | null {
  for (const { code, text } of tracesOf(error, new Set())) {
    if (awayCodes.test(code) || awayTexts.test(text)) return "away";
    if (busyCodes.has(code) || busyTexts.test(text)) return "busy";
  }
  return null;
}

// SQLSTATE classes 08 (connection), 57P0x (shutting down, starting up, database dropped), 58 (system); Prisma; Node.
const awayCodes =
  /^(08...|57P0[1-5]|58...|P1001|P1002|P1017|DatabaseNotReachable|ConnectionClosed|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH|AI_AGAIN))$/;
const awayTexts =
  /^(Connection terminated|Client has encountered a connection error|Can't reach database server|PGlite is clos)/;
// Statement and lock timeouts, too many connections, no connection of the pool, nor one for a transaction.
const busyCodes = new Set(["57014", "55P03", "53300", "25P03", "P1008", "P2024", "P2037", "SocketTimeout"]);
const busyTexts =
  /^(timeout exceeded when trying to connect|Query read timeout|Transaction API error: Unable to start a transaction)/i;

/** The codes and words of an error and of those within it. */
function tracesOf(error: unknown, seen: Set<unknown>): { code: string; text: string }[] {
  if (typeof error !== "object" || error === null || seen.has(error)) return [];
  seen.add(error);
  const { code, originalCode, kind, message, cause, meta, errors } = error as Record<string, unknown>;
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: unknown };
  const inner = [cause, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return [
    ...[originalCode, code, kind].flatMap((name) =>
      typeof name === "string" ? [{ code: name, text: "" }] : [],
    ),
    ...(typeof message === "string" ? [{ code: "", text: message.trim() }] : []),
    ...inner.flatMap((one) => tracesOf(one, seen)),
  ];
}
