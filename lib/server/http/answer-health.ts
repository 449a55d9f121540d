import type { IncomingMessage, ServerResponse } from "node:http";
import { healthAt, healthHeaders } from "@/lib/server/http/health";

/**
 * Answers who asks for the health of the program, also while it starts and whatever else is slow.
 * @returns whether the request was one of those
 */
export async function answerHealth(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const [path = ""] = (request.url ?? "").split("?", 1);
  const health = await healthAt(path);
  if (!health) return false;
  const body = JSON.stringify(health.body);
  response.writeHead(health.status, {
    ...healthHeaders(health),
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}
