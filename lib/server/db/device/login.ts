import type { Login } from "@/lib/devices/device";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * The device profile of a user (folded id) as a login to a phone, kept from being deleted, changed or logged in by others
 * until the transaction ends; null when nobody has that id.
 */
export async function lockLogin(transaction: Transaction, userIdKey: string): Promise<Login | null> {
  const [row] = await transaction.$queryRaw<Login[]>`
    SELECT "id" AS "profile", "userId" FROM "DeviceProfile" WHERE "userIdKey" = ${userIdKey} FOR NO KEY UPDATE`;
  return row ?? null;
}

/** The phone to which a user is logged in; null when there is none. */
export async function findPhoneOfLogin(
  transaction: Transaction,
  { profile }: Login,
): Promise<{ id: string; name: string } | null> {
  const [row] = await transaction.$queryRaw<{ id: string; name: string }[]>`
    SELECT p."id", p."name" FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."loginProfileId" = ${profile}`;
  return row ?? null;
}
