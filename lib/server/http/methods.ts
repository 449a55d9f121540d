import type { IncomingMessage, ServerResponse } from "node:http";
import { transportErrors } from "@/lib/contract/errors";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import english from "@/lib/i18n/en/errors.json";
import korean from "@/lib/i18n/ko/errors.json";

const forPages = ["GET", "HEAD"];
/** The methods that operations of the API have, and OPTIONS. */
export const allowedForApi = [...forPages, "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const words = { en: english, ko: korean };

/**
 * Answers what no page and no operation has a method for: `OPTIONS *`, which asks about the server itself, methods that
 * nothing here knows, such as TRACE, of which Next would make a failure of its own, and changes that are sent to pages:
 * they only show. The API knows itself which of the others an operation has.
 * @returns whether it was answered
 */
export function answerMethod(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "", url = "" } = request;
  const isForPages = !(url === "*" || url.startsWith("/api/"));
  const allowed = isForPages ? forPages : allowedForApi;
  const allow = allowed.join(", ");
  if (method === "OPTIONS" && (isForPages || url === "*")) {
    response.writeHead(204, { allow }).end();
    return true;
  }
  if (allowed.includes(method)) return false;
  const { status } = transportErrors.methodNotAllowed;
  const locale = acceptedLocale(request.headers["accept-language"] ?? null);
  const body = { code: "methodNotAllowed", status, message: words[locale].methodNotAllowed, data: {} };
  response.writeHead(status, { allow, "content-type": "application/json" }).end(JSON.stringify(body));
  return true;
}
