import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import routes from "@/lib/client/generated/routes.json";
import type { contract } from "@/lib/contract/contract";

type Client = JsonifiedClient<ContractRouterClient<typeof contract>>;

function address(): string {
  return `${window.location.origin}/api/v1`;
}

/** The server refuses a change without a body that could be the form of another site; no form can send a header. */
const ownHeaders = { "x-ringback-request": "1" };

/** The REST API, typed by the contract. */
export const api: Client = createORPCClient(
  new OpenAPILink(routes as typeof contract, { url: address, headers: ownHeaders }),
);

/** The REST API as TanStack Query options. */
export const queries = createTanstackQueryUtils(api);
