import { isIP } from "node:net";
import type { Client } from "@/lib/server/http/client-of";

const oneYearSeconds = 365 * 24 * 60 * 60;

/**
 * What pages may do. Scripts are those of the console's own files and those that carry the nonce of this very answer;
 * styles may stand in attributes, as the widths of bars do.
 * @param nonce random, made for one answer
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

const forEveryAnswer = {
  // Types are not guessed, and other sites do not learn addresses of the console from its links.
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  // No page of another site holds a window of the console, or embeds what it answers.
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // The console needs nothing of the machine but its loudspeaker, for the tones of phones.
  "permissions-policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
};

/**
 * The headers of every answer that keep browsers from doing harm.
 * @param policy of the answer, from `contentSecurityPolicy`
 */
export function securityHeaders({ scheme, host }: Client, policy: string): Record<string, string> {
  return {
    ...forEveryAnswer,
    "content-security-policy": policy,
    ...(scheme === "https" && isPublicName(host)
      ? { "strict-transport-security": `max-age=${oneYearSeconds}` }
      : {}),
  };
}

/** The name "localhost" belongs to every program of a machine, and to bind it to TLS would break the others. */
function isPublicName(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "").toLowerCase();
  return name !== "" && !/(^|\.)localhost$/.test(name) && isIP(name.replace(/^\[|\]$/g, "")) === 0;
}
