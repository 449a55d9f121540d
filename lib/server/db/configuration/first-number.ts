import type { Transaction } from "@/lib/server/db/transaction";

/** Brings the column by which phones are sorted up to date after a directory number got another pattern. */
export async function refreshFirstNumbers(
  transaction: Transaction,
  directoryNumberId: string,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Phone" p SET "firstNumber" = coalesce((
      SELECT d."key" FROM "PhoneLine" l JOIN "DirectoryNumber" d ON d."id" = l."directoryNumberId"
      WHERE l."phoneId" = p."id" ORDER BY l."index" LIMIT 1), '')
    WHERE p."id" IN (SELECT l."phoneId" FROM "PhoneLine" l WHERE l."directoryNumberId" = ${directoryNumberId})`;
}
