import { fromConfigured } from "@/lib/server/db/device/configured";
import { Prisma } from "@/lib/server/db/generated/client";
import { insertWaiting } from "@/lib/server/db/job-item-group";
import { fromPrisma } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Models and device pools that are counted apart. */
const mostModels = 20;

/** The kinds of objects whose actions are for the phones that use them. */
export type PhoneUsedKind = "softkeyTemplate" | "phoneButtonTemplate" | "commonDeviceConfiguration";

/** That a phone takes its configuration from the object, by precedence; an object that it overrides does nothing. */
function isUsed(kind: PhoneUsedKind, id: string): Prisma.Sql {
  switch (kind) {
    case "softkeyTemplate":
      return Prisma.sql`k."id" = ${id}`;
    case "phoneButtonTemplate":
      return Prisma.sql`b."id" = ${id}`;
    case "commonDeviceConfiguration":
      return Prisma.sql`c."id" = ${id}`;
  }
}

/**
 * Lets the phones that use an object wait in a job, in the order of their names.
 * @returns how many there are
 */
export async function chooseUsers(
  transaction: Transaction,
  jobId: string,
  kind: PhoneUsedKind,
  id: string,
): Promise<number> {
  return insertWaiting(
    transaction,
    jobId,
    fromPrisma(Prisma.sql`SELECT row_number() OVER (ORDER BY p."key")::int AS "position", p."name", NULL AS "partition", p."id" AS "objectId", s.ctid AS "address"
      ${fromConfigured} WHERE ${isUsed(kind, id)}`),
  );
}

/** The ids of the phones that use an object, in the order of their names. */
export async function listUsingPhones(
  transaction: Transaction,
  kind: PhoneUsedKind,
  id: string,
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT p."id" ${fromConfigured} WHERE ${isUsed(kind, id)} ORDER BY p."key"`;
  return rows.map((row) => row.id);
}

/** How many of some phones there are of each model in each device pool, the most first. */
export async function countByModel(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<{ model: string; devicePool: string; count: number }[]> {
  return transaction.$queryRaw`
    SELECT p."model", d."name" AS "devicePool", count(*)::int AS "count"
    FROM "Phone" p JOIN "DevicePool" d ON d."id" = p."devicePoolId"
    WHERE p."id" = ANY(${[...phoneIds]}::text[])
    GROUP BY p."model", d."name" ORDER BY "count" DESC, p."model", d."name" LIMIT ${mostModels}`;
}
