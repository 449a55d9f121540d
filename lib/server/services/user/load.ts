import type { Transaction } from "@/lib/server/db/transaction";
import { findUser, type StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";

/**
 * The user of that name.
 * @throws Refusal notFound
 */
export async function loadUser(transaction: Transaction, name: string): Promise<StoredUser> {
  const user = await findUser(transaction, name);
  if (!user) throw new Refusal("notFound", { name });
  return user;
}
