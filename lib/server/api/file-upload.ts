import { mostFileBytes } from "@/lib/contract/bulk";
import { apiError } from "@/lib/server/api/error-mapper";
import { refuseFormText } from "@/lib/server/api/foreign-page";
import { Refusal } from "@/lib/server/errors";

/** Where files are sent, and as what. */
const uploads: readonly { readonly path: RegExp; readonly types: readonly string[] }[] = [
  { path: /\/bulk\/[^/]+\/files$/, types: ["text/csv"] },
  { path: /\/unified-cm\/files$/, types: ["text/csv", "text/plain", "application/xml"] },
];
/** A type that forms can send, too. */
const formType = "text/plain";

/**
 * The body of a request that sends a file, to be read while it arrives; null for any other request.
 * @throws Refusal fileTooLarge when the request says so itself; ApiError unsupportedMediaType
 */
export function fileOf(request: Request): AsyncIterable<Uint8Array> | null {
  if (request.method !== "POST") return null;
  const { pathname } = new URL(request.url);
  const upload = uploads.find(({ path }) => path.test(pathname));
  if (!upload) return null;
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  const named = type.trim().toLowerCase();
  if (!upload.types.includes(named)) throw apiError("unsupportedMediaType");
  if (named === formType) refuseFormText(request);
  if (Number(request.headers.get("content-length") ?? 0) > mostFileBytes) throw new Refusal("fileTooLarge");
  return request.body ? untilCut(request.body) : noBytes();
}

/** The body of a request that has none. */
export async function* noBytes(): AsyncGenerator<Uint8Array> {}

/**
 * The bytes of a body as they arrive. Who goes away before the end is no fault of the server.
 * @throws Refusal malformedRequest when the body ends before its end
 */
export async function* untilCut(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal("malformedRequest");
      });
      if (done) return;
      yield value;
    }
  } finally {
    // What nobody reads any more need not be sent.
    await reader.cancel().catch(() => undefined);
  }
}
