import { implement } from "@orpc/server";
import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import { contract } from "@/lib/contract/contract";
import type { ListQuery } from "@/lib/contract/list";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { createObject } from "@/lib/server/services/configuration/create";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObject } from "@/lib/server/services/configuration/get";
import { getObjectRevision } from "@/lib/server/services/configuration/get-revision";
import { listObjectsOf } from "@/lib/server/services/configuration/list";
import { listDependencies } from "@/lib/server/services/configuration/list-dependencies";
import { listObjectRevisions } from "@/lib/server/services/configuration/list-revisions";
import { type Reassignment, reassignUses } from "@/lib/server/services/configuration/reassign";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { restoreObject } from "@/lib/server/services/configuration/restore";
import { updateObject } from "@/lib/server/services/configuration/update";

const api = implement(contract).$context<RequestContext>();

/** The input of the ten routes, whatever the kind; the contract has checked it. */
interface RouteInput {
  params: { name?: string; pattern?: string; number: number };
  query: ListQuery & { partition?: string; reason?: string; version?: number };
  body: Input & Reassignment;
}
type Work = (options: { context: RequestContext; input: RouteInput }) => Promise<unknown>;
type Verb =
  | "list"
  | "create"
  | "get"
  | "update"
  | "remove"
  | "dependencies"
  | "reassign"
  | "revisions"
  | "revision"
  | "restore";
type Routes<Kind extends ConfigurationKind> = {
  [Name in Verb]: ReturnType<(typeof api)[Kind][Name]["handler"]>;
};

function identityOf({ params, query }: RouteInput): Identity {
  return { name: params.name ?? params.pattern ?? "", partition: query.partition || null };
}

/** The ten routes of a kind, bound to the services that work on every kind. */
function configurationRoutes<Kind extends ConfigurationKind>(kind: Kind): Routes<Kind> {
  const definition = definitions[kind];
  const work: Record<Verb, Work> = {
    list: ({ context, input }) => listObjectsOf(serviceContext(context), definition, input.query),
    create: ({ context, input }) => createObject(serviceContext(context), definition, input.body),
    get: ({ context, input }) => getObject(serviceContext(context), definition, identityOf(input)),
    update: ({ context, input }) =>
      updateObject(serviceContext(context), definition, identityOf(input), input.body),
    remove: ({ context, input }) =>
      removeObject(serviceContext(context), definition, identityOf(input), input.query.reason),
    dependencies: ({ context, input }) =>
      listDependencies(serviceContext(context), definition, identityOf(input)),
    reassign: ({ context, input }) =>
      reassignUses(serviceContext(context), kind, identityOf(input), input.body),
    revisions: ({ context, input }) =>
      listObjectRevisions(serviceContext(context), definition, identityOf(input), input.query),
    revision: ({ context, input }) =>
      getObjectRevision(serviceContext(context), definition, identityOf(input), input.params.number),
    restore: ({ context, input }) =>
      restoreObject(
        serviceContext(context),
        definition,
        identityOf(input),
        input.params.number,
        input.query.version,
      ),
  };
  // The types of fifteen kinds have nothing in common for the compiler; the contract checks input and output.
  const routes = api[kind] as unknown as Record<Verb, { handler: (work: Work) => unknown }>;
  const bound = Object.entries(work).map(([verb, handler]) => [verb, routes[verb as Verb].handler(handler)]);
  return Object.fromEntries(bound) as Routes<Kind>;
}

/** The routes of every kind. */
export function allConfigurationRoutes() {
  const routes = configurationKinds.map((kind) => [kind, configurationRoutes(kind)]);
  return Object.fromEntries(routes) as { readonly [Kind in ConfigurationKind]: Routes<Kind> };
}
