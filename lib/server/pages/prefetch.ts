import { randomUUID } from "node:crypto";
import { createRouterClient } from "@orpc/server";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { headers } from "next/headers";
import { router } from "@/lib/server/api/router";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { getInstance } from "@/lib/server/instance";
import { signedInActor } from "@/lib/server/pages/current-session";

/**
 * The API for pages on the server: the very procedures of the REST API, called without HTTP, with the permissions
 * of the person who looks; somebody who is not signed in is led to the sign-in page. The query keys are those of the
 * browser, so that what is fetched here is found there.
 */
export async function serverQueries() {
  // Reading the headers first tells the build that this page is made on request, with a database at hand.
  const requestHeaders = await headers();
  const client = createRouterClient(router, {
    context: {
      instance: await getInstance(),
      actor: await signedInActor(),
      requestId: requestHeaders.get(internalHeaders.requestId) ?? randomUUID(),
      requestHeaders,
      responseHeaders: new Headers(),
      file: null,
      failure: null,
    },
  });
  return createTanstackQueryUtils(client);
}
