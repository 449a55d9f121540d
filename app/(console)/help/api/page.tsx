import { ApiReference } from "@/components/api-reference/api-reference";
import type { ApiDocument } from "@/components/api-reference/document";
import { openApiDocument } from "@/lib/server/api/openapi";
import { consoleOrigin } from "@/lib/server/pages/connection";

export default async function ApiPage() {
  return (
    <ApiReference
      document={(await openApiDocument()) as object as ApiDocument}
      origin={await consoleOrigin()}
    />
  );
}
