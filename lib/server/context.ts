import type { ChangeKind } from "@/lib/catalog/changes";
import type { Resource, Role } from "@/lib/catalog/roles";
import { isAllowed } from "@/lib/catalog/roles";
import type { OpenChange } from "@/lib/server/db/change";
import type { Database } from "@/lib/server/db/open";
import { systemActor } from "@/lib/server/db/revision";
import { Refusal } from "@/lib/server/errors";
import type { LogSecurity } from "@/lib/server/security-log";

/** Who asks: a signed-in person or a program acting as one. */
export interface Actor {
  userId: string;
  /** User name, as the history shows it. */
  name: string;
  role: Role;
  /** The narrower role that an API key is limited to: what both roles allow is allowed. */
  scope?: Role;
  /** What they proved it with; absent when the program works by itself. */
  credential?: Credential;
}

/** What an actor has shown. It can be looked up again, to know whether it still counts. */
export type Credential =
  | { readonly kind: "session"; readonly id: string }
  | { readonly kind: "apiKey"; readonly id: string }
  | { readonly kind: "password"; readonly hash: string };

/** What a service needs from the world: the database, who asks, the time and fresh ids. */
export interface ServiceContext {
  database: Database;
  actor: Actor;
  now: () => Date;
  newId: () => string;
  /** Ties the history rows of one request together. */
  requestId: string;
  /** Where the request comes from; absent when the program works by itself. */
  address?: string;
  /** Tells the security log who did what; absent when the program works by itself. */
  logSecurity?: LogSecurity;
}

/** What a service needs that changes the configuration: besides, the change to which its revisions belong. */
export interface ChangingContext extends ServiceContext {
  /** Null: what the program does by itself, such as the first objects of an empty database. */
  readonly change: OpenChange | null;
}

/**
 * The context in which everything is one change. It is stored with its first revision: without any there is none.
 * @param job the job of whose batches the change is made
 */
export function inChange(
  context: ServiceContext,
  kind: ChangeKind,
  reason: string,
  { job, undoes = null }: { readonly job?: { readonly id: string }; readonly undoes?: string | null } = {},
): ChangingContext {
  if (context.actor.name === systemActor) return { ...context, change: null };
  return { ...context, change: { id: job?.id ?? context.newId(), kind, reason, undoes } };
}

/** True when the actor's role, and the scope of their API key, have the privilege on the resource. */
export function mayDo({ role, scope }: Actor, resource: Resource, privilege: "read" | "update"): boolean {
  if (!isAllowed(role, resource, privilege)) return false;
  if (scope === undefined) return true;
  // A role may change what is its person's own; a key that only reads may not.
  return isAllowed(scope, resource, privilege) && !(scope === "readOnly" && privilege === "update");
}

/**
 * Keeps programs from what only people do: who takes an API key away takes away all that its holder can do.
 * @throws Refusal notWithApiKey
 */
export function refuseApiKey({ actor }: ServiceContext): void {
  if (actor.credential?.kind === "apiKey") throw new Refusal("notWithApiKey");
}

/**
 * The one permission check; every service calls it first.
 * @throws Refusal forbidden when the actor's role does not have the privilege on the resource
 */
export function requirePermission(
  context: ServiceContext,
  resource: Resource,
  privilege: "read" | "update",
): void {
  if (!mayDo(context.actor, resource, privilege)) throw new Refusal("forbidden");
}
