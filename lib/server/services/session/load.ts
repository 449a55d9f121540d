import type { ServiceContext } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/transaction";
import { findUserById, type StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";

/**
 * The person who asks, as stored.
 * @throws Refusal notSignedIn when somebody has deleted that user
 */
export async function loadOwnUser(transaction: Transaction, context: ServiceContext): Promise<StoredUser> {
  const user = await findUserById(transaction, context.actor.userId);
  if (!user) throw new Refusal("notSignedIn");
  return user;
}
