import { separator } from "@/lib/server/db/list/conditions";
import type { Transaction } from "@/lib/server/db/transaction";

/** Brings the columns by which phones are found and sorted up to date after a directory number got another pattern. */
export async function refreshPhoneNumbers(
  transaction: Transaction,
  directoryNumberId: string,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Phone" p SET "firstNumber" = n.first, "numbersKey" = n.joined
    FROM (SELECT l."phoneId", (array_agg(d."key" ORDER BY l."index"))[1] AS first,
        ${separator} || string_agg(d."key", ${separator} ORDER BY l."index") || ${separator} AS joined
      FROM "PhoneLine" l JOIN "DirectoryNumber" d ON d."id" = l."directoryNumberId"
      WHERE l."phoneId" IN (SELECT u."phoneId" FROM "PhoneLine" u WHERE u."directoryNumberId" = ${directoryNumberId})
      GROUP BY l."phoneId") n
    WHERE p."id" = n."phoneId"`;
}
