import { mostFileBytes } from "@/lib/contract/bulk";
import { apiError } from "@/lib/server/api/error-mapper";
import { Refusal } from "@/lib/server/errors";

const filePath = /\/bulk\/[^/]+\/files$/;

/**
 * The body of a request that sends a file, to be read while it arrives; null for any other request.
 * @throws Refusal fileTooLarge when the request says so itself; ApiError unsupportedMediaType
 */
export function fileOf(request: Request): ReadableStream<Uint8Array> | null {
  if (request.method !== "POST" || !filePath.test(new URL(request.url).pathname)) return null;
  if (!/^text\/csv\b/i.test(request.headers.get("content-type") ?? ""))
    throw apiError("unsupportedMediaType");
  if (Number(request.headers.get("content-length") ?? 0) > mostFileBytes) throw new Refusal("fileTooLarge");
  return request.body;
}
