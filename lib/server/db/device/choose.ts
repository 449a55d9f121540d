import { sql } from "kysely";
import { selectConfigured } from "@/lib/server/db/device/configured";
import { insertWaiting } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/** Models and device pools that are counted apart. */
const mostModels = 20;

/** The kinds of objects whose actions are for the phones that use them. */
export type PhoneUsedKind = "softkeyTemplate" | "phoneButtonTemplate" | "commonDeviceConfiguration";

/** The phones that take their configuration from the object, by precedence; an object that it overrides does nothing. */
function selectUsers(transaction: Transaction, kind: PhoneUsedKind, id: string) {
  const users = {
    softkeyTemplate: "k.id",
    phoneButtonTemplate: "b.id",
    commonDeviceConfiguration: "c.id",
  } as const;
  return selectConfigured(transaction).where(users[kind], "=", id);
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
    selectUsers(transaction, kind, id).select([
      sql<number>`row_number() OVER (ORDER BY p."key")::int`.as("position"),
      "p.name",
      sql<null>`NULL`.as("partition"),
      "p.id as objectId",
      sql`s.ctid`.as("address"),
    ]),
  );
}

/** The ids of the phones that use an object, in the order of their names. */
export async function listUsingPhones(
  transaction: Transaction,
  kind: PhoneUsedKind,
  id: string,
): Promise<string[]> {
  const rows = await selectUsers(transaction, kind, id).select("p.id").orderBy("p.key").execute();
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
