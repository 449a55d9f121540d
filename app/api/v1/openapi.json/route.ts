import { openApiDocument } from "@/lib/server/api/openapi";

/** The OpenAPI document; it describes the API to anybody, signed in or not. */
export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument());
}
