import { randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/server/db/transaction";

/** A fact about this installation, or null. */
export async function readSetting(transaction: Transaction, name: string): Promise<string | null> {
  return (await transaction.setting.findUnique({ where: { name } }))?.value ?? null;
}

/** Stores a fact about this installation. */
export async function writeSetting(transaction: Transaction, name: string, value: string): Promise<void> {
  await transaction.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** The secret that signs session cookies; made on first use and shared by all instances on one database. */
export async function sessionSecret(transaction: Transaction): Promise<string> {
  const name = "sessionSecret";
  const value = randomBytes(32).toString("base64url");
  // Of instances that start together one makes it; an upsert would fail for the others.
  await transaction.setting.createMany({ data: [{ name, value }], skipDuplicates: true });
  const stored = await transaction.setting.findUniqueOrThrow({ where: { name } });
  return stored.value;
}
