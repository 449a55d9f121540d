import pino from "pino";
import { handleApiRequest } from "@/lib/server/api/handler";
import { createAuth } from "@/lib/server/auth/auth";
import { readEnvironment } from "@/lib/server/config/environment";
import type { ServiceContext } from "@/lib/server/context";
import { sessionSecret } from "@/lib/server/db/setting";
import { type Instance, keepInstance } from "@/lib/server/instance";
import { keepMetrics } from "@/lib/server/metrics/metrics";
import { basic } from "@/lib/server/testing/credentials";
import { testPassword } from "@/lib/server/testing/test-password";
import { testRuntime } from "@/lib/server/testing/test-runtime";

/** One call of the REST API; text and bytes are sent as they are, any other body as JSON. */
export type CallApi = (
  method: "GET" | "HEAD" | "POST" | "PATCH" | "DELETE" | "PUT",
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;

/**
 * The REST API over a test database, called through the very handler that the route uses.
 * Requests carry the administrator's password unless the headers say otherwise; an
 * empty header is left out.
 */
export async function testApi(context: ServiceContext, runtime = testRuntime(context)): Promise<CallApi> {
  const instance: Instance = {
    environment: readEnvironment({ NODE_ENV: "test" }),
    database: context.database,
    auth: createAuth(context.database, await sessionSecret(context.database.prisma)),
    logger: pino({ level: "silent" }),
    runtime,
    metrics: keepMetrics(context.database, runtime.clock.now),
  };
  keepInstance(Promise.resolve(instance));
  return async (method, path, body, headers = {}) => {
    const hasBody = body !== undefined;
    const given = {
      authorization: basic("admin", testPassword),
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...headers,
    };
    const response = await handleApiRequest(
      new Request(`http://localhost/api/v1${path}`, {
        method,
        headers: Object.entries(given).filter(([, value]) => value !== ""),
        ...(hasBody ? { body: encoded(body) } : {}),
      }),
    );
    if (isEndless(response)) await response.body?.cancel();
    const text = isEndless(response) ? "" : await response.text();
    return { status: response.status, body: bodyOf(text, response.headers), headers: response.headers };
  };
}

/** A stream of events has no end to wait for. */
function isEndless({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") === true;
}

function bodyOf(text: string, headers: Headers): Record<string, unknown> {
  if (text === "") return {};
  return headers.get("content-type")?.startsWith("application/xml") ? { text } : JSON.parse(text);
}

function encoded(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" ? body : JSON.stringify(body);
}
