import { randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/server/db/transaction";

/** The secret that signs session cookies; made on first use and shared by all instances on one database. */
export async function sessionSecret(transaction: Transaction): Promise<string> {
  const name = "sessionSecret";
  const value = randomBytes(32).toString("base64url");
  // Of instances that start together one makes it; an upsert would fail for the others.
  await transaction.setting.createMany({ data: [{ name, value }], skipDuplicates: true });
  const stored = await transaction.setting.findUniqueOrThrow({ where: { name } });
  return stored.value;
}
