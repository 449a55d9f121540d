import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { SessionDto } from "@/lib/contract/session";
import { authenticate } from "@/lib/server/auth/authenticate";
import type { Actor } from "@/lib/server/context";
import { findUserById } from "@/lib/server/db/user";
import { tellIdentified } from "@/lib/server/http/identified";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { getInstance } from "@/lib/server/instance";
import { toSessionDto } from "@/lib/server/services/session/to-dto";

/** Who looks at the page, read once a request; null when nobody is signed in. */
const currentActor = cache(async (): Promise<Actor | null> => {
  const requestHeaders = await headers();
  const cookie = requestHeaders.get("cookie");
  if (cookie === null) return null;
  const actor = await authenticate(await getInstance(), new Headers({ cookie }), new Date());
  const requestId = requestHeaders.get(internalHeaders.requestId);
  if (actor && requestId !== null) tellIdentified({ requestId, user: actor.name });
  return actor;
});

/** The signed-in person as the console shows them; null when nobody is signed in. */
export async function currentSession(): Promise<SessionDto | null> {
  const actor = await currentActor();
  if (!actor) return null;
  const { database } = await getInstance();
  const user = await findUserById(database.prisma, actor.userId);
  return user && toSessionDto(user);
}

// A move within the console renders the page without the layout around it, so every page asks for itself.

/** Who looks at a page for signed-in people; anybody else is led to the sign-in page. */
export async function signedInActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/sign-in");
}

/** The signed-in person of a page for signed-in people; anybody else is led to the sign-in page. */
export async function signedInSession(): Promise<SessionDto> {
  return (await currentSession()) ?? redirect("/sign-in");
}
