import type { Timer } from "@/lib/callback/state/request";
import type { Transaction } from "@/lib/server/db/transaction";

/** A stored row of the engine's world; `version` is the place of the event that wrote it. */
export interface StoredEntity {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
  readonly version: string;
}

/** Which rows of a cluster are asked for, by their keys. */
export interface WantedRows {
  readonly entities: readonly { readonly kind: string; readonly key: string }[];
  readonly requests: readonly string[];
  readonly timers: readonly string[];
  /** Ids of directory numbers. */
  readonly lines: readonly string[];
}

/** The rows that there are; what is not here does not exist. */
export interface LoadedRows {
  readonly entities: readonly StoredEntity[];
  readonly requests: readonly Omit<StoredEntity, "kind">[];
  readonly timers: readonly { readonly timer: Timer; readonly version: string }[];
  readonly lines: readonly { readonly number: string; readonly phones: readonly string[] }[];
}

interface TimerRow {
  id: string;
  kind: Timer["kind"];
  owner: string;
  dueAt: number;
  version: string;
}

/** Loads rows of the world of one cluster, in one statement. */
export async function loadRows(
  transaction: Transaction,
  cluster: string,
  { entities, requests, timers, lines }: WantedRows,
): Promise<LoadedRows> {
  const [row] = await transaction.$queryRaw<
    {
      entities: StoredEntity[] | null;
      requests: Omit<StoredEntity, "kind">[] | null;
      timers: TimerRow[] | null;
      lines: { number: string; phones: string[] }[] | null;
    }[]
  >`
    SELECT
      (SELECT jsonb_agg(jsonb_build_object('kind', e."kind", 'key', e."key", 'value', e."value", 'version', e."version"::text))
        FROM jsonb_to_recordset(${JSON.stringify(entities)}::jsonb) AS w("kind" text, "key" text)
        JOIN "CallEntity" e ON e."cluster" = ${cluster} AND e."kind" = w."kind" AND e."key" = w."key") AS "entities",
      (SELECT jsonb_agg(jsonb_build_object('key', q."id", 'value', q."value", 'version', q."version"::text))
        FROM "CallBackRequest" q WHERE q."id" = ANY(${[...requests]}::text[]) AND q."cluster" = ${cluster}) AS "requests",
      (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'kind', t."kind", 'owner', t."owner",
          'dueAt', (extract(epoch FROM t."dueAt") * 1000)::bigint, 'version', t."version"::text))
        FROM "CallTimer" t WHERE t."cluster" = ${cluster} AND t."id" = ANY(${[...timers]}::text[])) AS "timers",
      (SELECT jsonb_agg(jsonb_build_object('number', l."number", 'phones', l."phones")) FROM (
        SELECT o."directoryNumberId" AS "number", jsonb_agg(p."name" ORDER BY p."name" COLLATE "C") AS "phones"
        FROM "RunningLine" o JOIN "Phone" p ON p."id" = o."phoneId"
        WHERE o."directoryNumberId" = ANY(${[...lines]}::text[]) GROUP BY 1) l) AS "lines"`;
  return {
    entities: row?.entities ?? [],
    requests: row?.requests ?? [],
    timers: (row?.timers ?? []).map(({ version, ...timer }) => ({ timer, version })),
    lines: row?.lines ?? [],
  };
}

/** The keys of everything that lives on the link to another cluster, in a fixed order. */
export async function keysOfLink(
  transaction: Transaction,
  cluster: string,
  far: string,
): Promise<{ readonly calls: string[]; readonly requests: string[]; readonly served: string[] }> {
  const rows = await transaction.$queryRaw<{ kind: "calls" | "requests" | "served"; key: string }[]>`
    SELECT e."kind", e."key" FROM "CallEntity" e WHERE e."cluster" = ${cluster} AND (
      (e."kind" = 'served' AND e."value" ->> 'cluster' = ${far}) OR (e."kind" = 'calls' AND
        (e."value" -> 'outbound' ->> 'cluster' = ${far} OR e."value" -> 'caller' ->> 'cluster' = ${far})))
    UNION ALL SELECT 'requests', q."id" FROM "CallBackRequest" q
      WHERE q."cluster" = ${cluster} AND q."state" <> 'ended' AND q."value" -> 'target' ->> 'cluster' = ${far}
    ORDER BY 2`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key }) => key);
  return { calls: of("calls"), requests: of("requests"), served: of("served") };
}
