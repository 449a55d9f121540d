import { nameKey } from "@/lib/configuration/text-rules";
import type { Desk } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** A desk of a person; one without a name has the empty one. */
export interface StoredDesk {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly usedAt: Date;
}

/** All desks of a person, by name; the one without is the first. */
export async function listDesks(transaction: Transaction, userId: string): Promise<StoredDesk[]> {
  const desks: Desk[] = await transaction.desk.findMany({ where: { userId }, orderBy: { key: "asc" } });
  return desks;
}

/** Stores a new desk. Fails with a unique violation when the person has one of that name. */
export async function insertDesk(
  transaction: Transaction,
  userId: string,
  { id, name, phones, usedAt }: StoredDesk,
): Promise<void> {
  await transaction.desk.create({
    data: { id, userId, name, key: nameKey(name), phones: [...phones], usedAt },
  });
}

/** Stores what is on a desk that the transaction knows of. */
export async function saveDesk(
  transaction: Transaction,
  { id, phones, usedAt }: Pick<StoredDesk, "id" | "phones" | "usedAt">,
): Promise<void> {
  await transaction.desk.updateMany({ where: { id }, data: { phones: [...phones], usedAt } });
}

/** Gives a desk another name. Fails with a unique violation when the person has another one of that name. */
export async function renameDesk(transaction: Transaction, id: string, name: string): Promise<void> {
  await transaction.desk.update({ where: { id }, data: { name, key: nameKey(name) } });
}

/**
 * Deletes a desk.
 * @returns false when the person has no desk of that name
 */
export async function deleteDesk(transaction: Transaction, userId: string, name: string): Promise<boolean> {
  const { count } = await transaction.desk.deleteMany({ where: { userId, key: nameKey(name) } });
  return count > 0;
}
