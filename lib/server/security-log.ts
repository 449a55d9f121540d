import type { Logger } from "pino";

/** Every event of the security log by its stable name, with the level at which it is written. docs/security-log.md tells more. */
export const securityEvents = {
  "signIn.succeeded": "info",
  "signIn.failed": "warn",
  "signIn.locked": "warn",
  signOut: "info",
  "session.othersEnded": "info",
  "access.refused": "warn",
  "user.created": "info",
  "user.changed": "info",
  "user.roleChanged": "info",
  "user.passwordChanged": "info",
  "user.deleted": "info",
  "apiKey.created": "info",
  "apiKey.revoked": "info",
} as const;
export type SecurityEvent = keyof typeof securityEvents;

type Fields = Readonly<Record<string, string | number | null | undefined>>;

/** Writes one event. Never give it a password, a key or a cookie. */
export type LogSecurity = (event: SecurityEvent, fields?: Fields) => void;

const longestValue = 64;

/**
 * The security log of one request.
 * @param who what every line of it says: the request's id, the address it comes from, and who asks when that is known
 */
export function securityLog(logger: Logger, who: Fields): LogSecurity {
  const child = logger.child({ log: "security", ...shown(who) });
  return (event, fields = {}) => child[securityEvents[event]]({ event, ...shown(fields) }, event);
}

/** Names are typed by people: they are cut, and nothing in them can move the cursor of whoever reads the log. */
function shown(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? bounded(value) : value]),
  );
}

function bounded(text: string): string {
  // Enough code units for one character more than is shown, so that a cut is noticed.
  const characters = Array.from(text.slice(0, 2 * (longestValue + 1)));
  const cut = characters.length > longestValue ? [...characters.slice(0, longestValue), "…"] : characters;
  return cut.join("").replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "\uFFFD");
}
