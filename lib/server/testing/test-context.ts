import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/catalog/roles";
import type { ServiceContext } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/open";
import { findUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";
import { firstAdministrator } from "@/lib/server/seed/seed";

import { openTestDatabase } from "@/lib/server/testing/test-database";

/** A seeded database, of its own when none is given, and what services need to work on it as the administrator. */
export async function testContext(given?: Database): Promise<ServiceContext> {
  const database = given ?? (await openTestDatabase("seeded"));
  const administrator = await findUser(database.prisma, firstAdministrator);
  if (!administrator) throw new Error("The seed has made no administrator");
  return contextOf(database, administrator.id, "superUser");
}

/** The same database in the hands of another role. */
export function inRole(context: ServiceContext, role: Role): ServiceContext {
  return { ...context, actor: { ...context.actor, role } };
}

function contextOf(database: Database, userId: string, role: Role): ServiceContext {
  return {
    database,
    actor: { userId, name: firstAdministrator, role },
    now: () => new Date(),
    newId: randomUUID,
    requestId: randomUUID(),
  };
}

/** The refusal with which the work ends; fails the test when it does not end with one. */
export async function refusalFrom(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    () => "succeeded",
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  throw new Error(
    `expected a refusal, but it ${outcome === "succeeded" ? outcome : `threw ${String(outcome)}`}`,
  );
}
