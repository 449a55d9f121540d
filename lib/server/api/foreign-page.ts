import { apiError } from "@/lib/server/api/error-mapper";

/** Sent by the console with every request. No form can send a header, and no page of another site may. */
export const ownHeader = "x-ringback-request";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
const isJson = /^application\/json\s*(;|$)/i;

/** True for a request that cannot change anything. */
export function isSafe({ method }: Request): boolean {
  return safeMethods.has(method);
}

/** True for a body that is JSON by the word of its content type, in any letter case. */
export function hasJson({ headers }: Request): boolean {
  return isJson.test(headers.get("content-type") ?? "");
}

/**
 * Refuses a change that a page of another site makes a browser send along with what the browser knows: the session
 * cookie, or the name and password that somebody once typed into its window. Browsers tell whose page it is, and no page
 * can change what they say; a proxy may have changed the host. On plain HTTP they tell only the page's origin.
 * @throws ApiError foreignPage
 */
export function refuseForeignPage(request: Request): void {
  if (isSafe(request)) return;
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOwn =
    site === null
      ? origin === null || URL.parse(origin)?.host === headers.get("host")
      : site === "same-origin" || site === "none";
  if (!isOwn) throw apiError("foreignPage");
}

/** True when anything about a request shows that a browser sends it. */
function isFromBrowser({ headers }: Request): boolean {
  return ["origin", "sec-fetch-site", "cookie"].some((name) => headers.has(name));
}

/**
 * Refuses a text that the form of a page could send: a browser's without our header.
 * @throws ApiError unsupportedMediaType
 */
export function refuseFormText(request: Request): void {
  if (isFromBrowser(request) && !request.headers.has(ownHeader)) throw apiError("unsupportedMediaType");
}

/**
 * Refuses what the form of a page could send in place of a request without a body: a POST that neither says that it is
 * JSON nor has our header. A program that is no browser sends none of what tells a browser, and need not.
 * @throws ApiError unsupportedMediaType
 */
export function refuseForm(request: Request): void {
  const { method, headers } = request;
  if (method !== "POST" || hasJson(request) || headers.has(ownHeader)) return;
  if (isFromBrowser(request) || headers.has("content-type")) throw apiError("unsupportedMediaType");
}
