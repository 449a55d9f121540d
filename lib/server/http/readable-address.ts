import type { IncomingMessage } from "node:http";
import { internalHeaders } from "@/lib/server/http/internal-headers";

const apiPrefix = "/api/v1/";

/**
 * Makes the address of a request one that Next can read. A percent-encoding that is broken ("%zz", "%ff") would be
 * answered with 500 before any route sees it: the API is told by a header and refuses it in its own words, and a page is
 * not found. The form with a host in front, as for a proxy, means the same as without; `*` is the address of OPTIONS only.
 */
export function makeAddressReadable(request: IncomingMessage): void {
  const { url = "", method } = request;
  const address = url === "*" && method === "OPTIONS" ? url : withoutHost(url);
  request.url = address;
  const [path = ""] = address.split("?", 1);
  if (isReadable(path)) return;
  const isForApi = path.startsWith(apiPrefix);
  if (isForApi) request.headers[internalHeaders.unreadableAddress] = "1";
  request.url = isForApi ? `${apiPrefix}unreadable` : "/unreadable";
}

function withoutHost(address: string): string {
  if (address.startsWith("/")) return address;
  const parsed = URL.parse(address);
  const isWeb = parsed?.protocol === "http:" || parsed?.protocol === "https:";
  return parsed && isWeb ? `${parsed.pathname}${parsed.search}` : "/unreadable";
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
