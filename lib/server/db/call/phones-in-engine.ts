import { type Expression, sql } from "kysely";
import { insertRows } from "@/lib/server/db/insert-rows";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** The names of the phones of which the engine keeps something, as a query. */
export const phonesOfEngine = sql`
  SELECT e."key" AS "name" FROM "CallEntity" e WHERE e."cluster" = '' AND e."kind" = 'phones'`;

/** The ids of the phones that have a line for which somebody waits, as a query. */
export const phonesWithWatchedLine = sql`
  SELECT DISTINCT l."phoneId" FROM "RunningLine" l JOIN "CallEntity" w ON w."cluster" = '' AND w."kind" = 'watches'
    AND w."key" = l."directoryNumberId"`;

/** That the engine keeps something of a phone, or somebody waits for one of its lines. */
export const isPhoneInUse = ({
  name,
  id,
}: {
  readonly name: Expression<string>;
  readonly id: Expression<string>;
}) => sql`(
  EXISTS (SELECT 1 FROM (${phonesOfEngine}) u WHERE u."name" = ${name})
  OR EXISTS (SELECT 1 FROM (${phonesWithWatchedLine}) w WHERE w."phoneId" = ${id}))`;

/** Phones whose coming or going the engine has to know: something is kept of them, or somebody waits for a line. */
export async function phonesInEngine(
  transaction: Transaction,
  phoneIds: readonly string[],
  newNumbers: readonly string[],
): Promise<{ readonly phoneIds: ReadonlySet<string>; readonly watched: ReadonlySet<string> }> {
  if (phoneIds.length === 0) return { phoneIds: new Set(), watched: new Set() };
  const [row] = await readRows(
    transaction,
    sql<{ phones: string[] | null; watched: string[] | null }>`
      SELECT
        (SELECT array_agg(p."id") FROM "Phone" p WHERE p."id" = ANY(${[...phoneIds]}::text[])
          AND ${isPhoneInUse({ name: sql.ref("p.name"), id: sql.ref("p.id") })}) AS "phones",
        (SELECT array_agg(w."key") FROM "CallEntity" w WHERE w."cluster" = '' AND w."kind" = 'watches'
          AND w."key" = ANY(${[...newNumbers]}::text[])) AS "watched"`,
  );
  return { phoneIds: new Set(row?.phones ?? []), watched: new Set(row?.watched ?? []) };
}

/** Replaces the numbers that some phones run on a button; the numbers are by the id of the phone. */
export async function saveRunningLines(
  transaction: Transaction,
  phones: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (phones.size === 0) return;
  await transaction.$executeRaw`DELETE FROM "RunningLine" WHERE "phoneId" = ANY(${[...phones.keys()]}::text[])`;
  await insertRows(
    transaction,
    "RunningLine",
    [...phones].flatMap(([phoneId, numbers]) =>
      [...new Set(numbers)].map((directoryNumberId) => ({ directoryNumberId, phoneId })),
    ),
  );
}

/** The names of the phones that run one of some numbers on a line. */
export async function phonesWithLine(
  transaction: Transaction,
  directoryNumberIds: readonly string[],
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT p."name" FROM "RunningLine" l JOIN "Phone" p ON p."id" = l."phoneId"
    WHERE l."directoryNumberId" = ANY(${[...directoryNumberIds]}::text[]) ORDER BY p."name"`;
  return rows.map(({ name }) => name);
}

/** The name of a phone as it is spelled, by the folded one; null when there is none. */
export async function findPhoneName(transaction: Transaction, key: string): Promise<string | null> {
  const [row] = await transaction.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Phone" WHERE "key" = ${key}`;
  return row?.name ?? null;
}
