import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import english from "@/lib/i18n/en/common.json";
import korean from "@/lib/i18n/ko/common.json";
import { isLocale, type Locale, localeCookie } from "@/lib/i18n/locales";
import { runningProgram } from "@/lib/server/running";

const words = { en: english.databaseAwayPage, ko: korean.databaseAwayPage };
const againSeconds = 5;

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;word-break:keep-all;margin:0;min-height:100vh;display:grid;place-items:center}
main{max-width:32rem;padding:1.5rem}h1{font-size:1.25rem}a{color:inherit}`;

/**
 * Answers pages while the database is away: every page needs it, so that rendering one would only fail and fill the log.
 * The page tries again by itself, at the same address.
 * @returns whether it was answered; never for the API, which has its own words, and for files
 */
export async function answerInTrouble(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = request.url ?? "";
  if (/^\/(api|_next)\//.test(path) || /^[^?]*\.\w+(\?|$)/.test(path)) return false;
  const running = await runningProgram();
  if (!running?.runtime.watch.isLost) return false;
  const locale = localeOf(request);
  const { title, body, retry } = words[locale];
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${againSeconds}">
<meta name="viewport" content="width=device-width"><title>${title} · Ringback</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${body}</p><p><a href="">${retry}</a></p></main></body></html>`;
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "retry-after": String(againSeconds),
  });
  response.end(request.method === "HEAD" ? undefined : page);
  return true;
}

function localeOf({ headers }: IncomingMessage): Locale {
  const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim().split("="));
  const chosen = cookies.find(([name]) => name === localeCookie)?.[1];
  return isLocale(chosen) ? chosen : acceptedLocale(headers["accept-language"] ?? null);
}
