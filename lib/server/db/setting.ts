import { randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/server/db/transaction";

/** The secret that signs session cookies; made on first use and shared by all instances on one database. */
export async function sessionSecret(transaction: Transaction): Promise<string> {
  const name = "sessionSecret";
  const { value } = await transaction.setting.upsert({
    where: { name },
    create: { name, value: randomBytes(32).toString("base64url") },
    update: {},
  });
  return value;
}
