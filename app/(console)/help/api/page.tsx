import { headers } from "next/headers";
import { ApiReference } from "@/components/api-reference/api-reference";
import type { ApiDocument } from "@/components/api-reference/document";
import { openApiDocument } from "@/lib/server/api/openapi";

export default async function ApiPage() {
  const host = (await headers()).get("host") ?? "localhost:3000";
  return (
    <ApiReference document={(await openApiDocument()) as object as ApiDocument} origin={`http://${host}`} />
  );
}
