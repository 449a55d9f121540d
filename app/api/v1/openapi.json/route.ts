import { openApiDocument } from "@/lib/server/api/openapi";

export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument());
}
