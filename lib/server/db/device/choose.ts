import { type Expression, sql } from "kysely";
import type { JobOutcome } from "@/lib/catalog/jobs";
import { selectConfigured } from "@/lib/server/db/device/configured";
import { insertWaiting } from "@/lib/server/db/job-item-group";
import { readRows } from "@/lib/server/db/kysely";
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

/** Some phones, as a query of their ids in brackets: there may be a million. */
export type ChosenPhones = Expression<unknown>;

/** The phones that use an object. */
export function usingPhones(transaction: Transaction, kind: PhoneUsedKind, id: string): ChosenPhones {
  return selectUsers(transaction, kind, id).select("p.id");
}

/** Phones with some ids. */
export function phonesWithIds(ids: readonly string[]): ChosenPhones {
  return sql`(SELECT i."id" FROM unnest(${[...ids]}::text[]) AS i("id"))`;
}

/** The phones of the items of a job, those that a query chose and those that were named. */
export function phonesOfJob(jobId: string, outcome: JobOutcome | undefined): ChosenPhones {
  const isMeant = sql`i."jobId" = ${jobId} AND (${outcome ?? null}::text IS NULL OR i."outcome" = ${outcome ?? null}::text)`;
  return sql`(SELECT i."objectId" AS "id" FROM "EachJobItem" i WHERE ${isMeant} AND i."objectId" IS NOT NULL
    UNION ALL SELECT p."id" FROM "EachJobItem" i JOIN "Phone" p ON p."key" = lower(i."name")
      WHERE ${isMeant} AND i."objectId" IS NULL)`;
}

/** How many of some phones there are of each model in each device pool, the most first. */
export async function countByModel(
  transaction: Transaction,
  chosen: ChosenPhones,
): Promise<{ model: string; devicePool: string; count: number }[]> {
  return readRows(
    transaction,
    sql<{ model: string; devicePool: string; count: number }>`
      SELECT p."model", d."name" AS "devicePool", p."count" FROM (
        SELECT "model", "devicePoolId", count(*)::int AS "count" FROM "Phone" WHERE "id" IN ${chosen} GROUP BY 1, 2) p
      JOIN "DevicePool" d ON d."id" = p."devicePoolId"
      ORDER BY "count" DESC, p."model", d."name" LIMIT ${mostModels}`,
  );
}
