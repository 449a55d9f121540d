import { type Expression, sql } from "kysely";
import type { Concern, JudgedKey } from "@/lib/server/db/call/configuration-changed";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

const live = sql`q."state" <> 'ended'`;

/** What goes over trunks. */
const overTrunks = (cluster: string) => sql`
  SELECT e."kind", e."key" FROM "CallEntity" e WHERE e."cluster" = ${cluster} AND (e."kind" = 'served' OR (e."kind" = 'calls'
    AND (e."value" -> 'outbound' ->> 'cluster' IS NOT NULL OR e."value" -> 'caller' ->> 'kind' = 'remote')))
  UNION ALL SELECT 'requests', q."id" FROM "CallBackRequest" q
    WHERE q."cluster" = ${cluster} AND ${live} AND q."value" -> 'target' ->> 'kind' = 'remote'`;

/** Whose number is a CTI route point, was one, or is another one than it was. */
const throughRoutePoints = (cluster: string) => sql`
  SELECT 'requests' AS "kind", q."id" AS "key" FROM "CallBackRequest" q
    LEFT JOIN "DirectoryNumber" n ON n."id" = q."value" -> 'target' ->> 'number'
    WHERE q."cluster" = ${cluster} AND ${live} AND q."value" -> 'target' ->> 'kind' = 'local' AND (n."id" IS NULL
      OR q."value" -> 'target' ->> 'watched' <> n."id" OR n."key" <> upper(q."value" -> 'target' ->> 'digits')
      OR EXISTS (SELECT 1 FROM "CtiRoutePoint" r WHERE r."directoryNumberId" = n."id"))
  UNION ALL SELECT 'served', e."key" FROM "CallEntity" e
    LEFT JOIN "DirectoryNumber" n ON n."id" = e."value" ->> 'watched'
    WHERE e."cluster" = ${cluster} AND e."kind" = 'served' AND (n."id" IS NULL OR n."key" <> upper(e."value" ->> 'digits')
      OR EXISTS (SELECT 1 FROM "CtiRoutePoint" r WHERE r."directoryNumberId" = n."id"))`;

/** Lines of which somebody was told that they are free. */
const notified = (cluster: string) => sql`
  SELECT 'watches' AS "kind", q."value" -> 'target' ->> 'watched' AS "key" FROM "CallBackRequest" q
    WHERE q."cluster" = ${cluster} AND q."state" IN ('ready', 'calling') AND q."value" -> 'target' ->> 'kind' = 'local'
  UNION ALL SELECT 'watches', e."value" ->> 'watched' FROM "CallEntity" e
    WHERE e."cluster" = ${cluster} AND e."kind" = 'served' AND e."value" ->> 'state' IN ('notified', 'calling')`;

/** Lines that have to stay free for a while. */
const guarded = (cluster: string) => sql`
  SELECT 'guards' AS "kind", t."owner" AS "key" FROM "CallTimer" t
    WHERE t."cluster" = ${cluster} AND t."kind" = 'guard'`;

const queries: Readonly<Record<Concern, (cluster: string) => Expression<unknown>>> = {
  routes: overTrunks,
  numbers: throughRoutePoints,
  policy: notified,
  guard: guarded,
};

/** The next part of what a change of the configuration may concern in a cluster, in a fixed order. */
export async function listJudged(
  transaction: Transaction,
  cluster: string,
  concerns: readonly Concern[],
  after: JudgedKey | null,
  limit: number,
): Promise<JudgedKey[]> {
  const all = sql.join(
    concerns.map((concern) => queries[concern](cluster)),
    sql` UNION ALL `,
  );
  const { kind, key } = after ?? { kind: "", key: "" };
  return readRows(
    transaction,
    sql<JudgedKey>`
      SELECT DISTINCT j."kind", j."key" FROM (${all}) j
      WHERE (j."kind" COLLATE "C", j."key" COLLATE "C") > (${kind}::text COLLATE "C", ${key}::text COLLATE "C")
      ORDER BY 1, 2 LIMIT ${limit}`,
  );
}

/** The other clusters of which the engine keeps something, whether they are configured or not. */
export async function listWorlds(transaction: Transaction): Promise<string[]> {
  const rows = await readRows(
    transaction,
    sql<{ cluster: string }>`
      SELECT e."cluster" FROM "CallEntity" e WHERE e."cluster" <> '' UNION
      SELECT q."cluster" FROM "CallBackRequest" q WHERE q."cluster" <> '' AND ${live} ORDER BY 1`,
  );
  return rows.map(({ cluster }) => cluster);
}

/** The phones of another cluster of which the engine keeps something although their numbers are not configured. */
export async function listFormerPhones(transaction: Transaction, cluster: string): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ key: string }[]>`
    SELECT e."key" FROM "CallEntity" e WHERE e."cluster" = ${cluster} AND e."kind" = 'phones' AND NOT EXISTS (
      SELECT 1 FROM "RemoteDirectoryNumber" n JOIN "RemoteCluster" c ON c."id" = n."remoteClusterId"
      WHERE c."name" = ${cluster} AND n."pattern" = substr(e."key", length(c."name") + 2)) ORDER BY 1`;
  return rows.map(({ key }) => key);
}

/** Deletes what is kept of a cluster that is not configured any more, unless something of it is still going on. */
export async function deleteWorld(transaction: Transaction, cluster: string): Promise<void> {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(720020004)::text`;
  const isThere = (await transaction.remoteCluster.count({ where: { name: cluster } })) > 0;
  const isLive = await transaction.callBackRequest.count({ where: { cluster, state: { not: "ended" } } });
  if (isThere || isLive > 0) return;
  await transaction.callEntity.deleteMany({ where: { cluster } });
  await transaction.callTimer.deleteMany({ where: { cluster } });
  await transaction.dueEvent.deleteMany({ where: { cluster } });
}
