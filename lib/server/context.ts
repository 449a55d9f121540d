import type { Resource, Role } from "@/lib/catalog/roles";
import { isAllowed } from "@/lib/catalog/roles";
import type { Database } from "@/lib/server/db/open";
import { Refusal } from "@/lib/server/errors";

/** Who asks: a signed-in person or a program acting as one. */
export interface Actor {
  userId: string;
  /** User name, as the history shows it. */
  name: string;
  role: Role;
  /** Set when a program asks, with an API key of that person. */
  hasApiKey?: boolean;
}

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
  if (!isAllowed(context.actor.role, resource, privilege)) throw new Refusal("forbidden");
}
