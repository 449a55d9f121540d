import { healthAt, healthHeaders } from "@/lib/server/http/health";

export const dynamic = "force-dynamic";

/** Health while `next dev` serves; otherwise the server around Next answers (lib/server/http/answer-health.ts). */
export async function GET(request: Request): Promise<Response> {
  const health = await healthAt(new URL(request.url).pathname);
  if (!health) return new Response(null, { status: 404 });
  return Response.json(health.body, { status: health.status, headers: healthHeaders(health) });
}
