import type { Transaction } from "@/lib/server/db/transaction";
import { countUsersWithRole, type StoredUser } from "@/lib/server/db/user";
import { Refusal } from "@/lib/server/errors";

/**
 * Refuses to take the role from the last Super User, so that nobody locks everybody out. The caller holds the lock
 * "superUsers"; without it two requests at once could each leave the other one's user as the last.
 * @throws Refusal lastSuperUser
 */
export async function refuseLastSuperUser(transaction: Transaction, user: StoredUser): Promise<void> {
  if (user.role !== "superUser") return;
  if ((await countUsersWithRole(transaction, "superUser")) <= 1) throw new Refusal("lastSuperUser");
}
