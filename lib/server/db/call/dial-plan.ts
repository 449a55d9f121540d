import { sql } from "kysely";
import type { DialledNumber, PhoneLimits, PhoneSpace } from "@/lib/callback/state/dial-plan";
import { completed } from "@/lib/configuration/content-patch";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import type { ServiceParameterContent } from "@/lib/configuration/service-parameter";
import { nameKey } from "@/lib/configuration/text-rules";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

interface NumberRow {
  id: string;
  pattern: string;
  /** Folded; it is what is dialled. */
  key: string;
  partition: string;
  searchSpace: string | null;
  lineLimits: PhoneLimits[];
  settings: Record<string, unknown>;
  forwardTo: string | null;
  isRoutePoint: boolean;
}

/** A number of the cluster, and in which partition it is found under which digits. */
export interface PlannedNumber {
  readonly digits: string;
  readonly partition: string;
  readonly number: DialledNumber;
}

/** The part of the configuration that routing needs now. Names of partitions, search spaces and trunks are folded. */
export interface DialPlan {
  readonly parameters: readonly ServiceParameterContent[];
  readonly numbers: readonly PlannedNumber[];
  /** Of the phones that were asked for those that have a search space. */
  readonly phones: readonly PhoneSpace[];
  readonly spaces: readonly { readonly key: string; readonly partitions: readonly string[] }[];
}

/** What to look for: numbers by their ids or folded digits, phones by their names. */
export interface WantedNumbers {
  readonly ids: readonly string[];
  readonly digits: readonly string[];
  readonly phones: readonly string[];
}

function numberOf(row: NumberRow): PlannedNumber {
  const { id, pattern, key, partition, searchSpace, lineLimits, isRoutePoint, forwardTo } = row;
  if (isRoutePoint)
    return { digits: key, partition, number: { kind: "ctiRoutePoint", key: id, pattern, forwardTo } };
  const fields = { ...row.settings, pattern };
  const content = completed(directoryNumberRules.shape, fields) as DirectoryNumberContent;
  const { alertingName, forward, noAnswerSeconds, busyTrigger, maxCalls } = content;
  const settings = { alertingName, forward, noAnswerSeconds, busyTrigger, maxCalls, lineLimits };
  return {
    digits: key,
    partition,
    number: { kind: "directoryNumber", key: id, pattern, ...settings, searchSpace },
  };
}

/**
 * Of several CTI route points with one number the one whose name comes first counts.
 *
 * The service parameters, numbers, the search spaces of phones, and all search spaces that these, the numbers and the
 * parameters name, as they are saved now.
 */
export async function loadDialPlan(
  transaction: Transaction,
  { ids, digits, phones }: WantedNumbers,
): Promise<DialPlan> {
  const [row] = await transaction.$queryRaw<
    {
      parameters: ServiceParameterContent[] | null;
      numbers: NumberRow[] | null;
      phones: PhoneSpace[] | null;
      spaces: DialPlan["spaces"] | null;
    }[]
  >`
    WITH number AS (
      SELECT n."id", n."pattern", n."key", coalesce(t."key", '') AS "partition", s."key" AS "searchSpace", n."settings",
        nullif(c."forwardToKey", '') AS "forwardTo", c."id" IS NOT NULL AS "isRoutePoint", l."lineLimits"
      FROM "DirectoryNumber" n
      LEFT JOIN "Partition" t ON t."id" = n."partitionId"
      LEFT JOIN "CallingSearchSpace" s ON s."id" = n."callingSearchSpaceId"
      LEFT JOIN LATERAL (SELECT r."id", r."forwardToKey" FROM "CtiRoutePoint" r
        WHERE r."directoryNumberId" = n."id" ORDER BY r."key" LIMIT 1) c ON true
      -- While a user is logged in the lines are those of the device profile, when it has some.
      CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'phone', o."name", 'busyTrigger', o."busyTrigger", 'maxCalls', o."maxCalls") ORDER BY o."name"), '[]'::jsonb) AS "lineLimits"
        FROM (SELECT p."name", a."busyTrigger", a."maxCalls" FROM "PhoneLine" a
            JOIN "Phone" p ON p."id" = a."phoneId" JOIN "DeviceState" s ON s."phoneId" = p."id"
            WHERE a."directoryNumberId" = n."id" AND NOT EXISTS (
              SELECT 1 FROM "DeviceProfileLine" u WHERE u."deviceProfileId" = s."loginProfileId")
          UNION ALL SELECT p."name", u."busyTrigger", u."maxCalls" FROM "DeviceProfileLine" u
            JOIN "DeviceState" s ON s."loginProfileId" = u."deviceProfileId" JOIN "Phone" p ON p."id" = s."phoneId"
            WHERE u."directoryNumberId" = n."id") o
        WHERE (o."busyTrigger", o."maxCalls") IS DISTINCT FROM
          (coalesce((n."settings" ->> 'busyTrigger')::integer, 1), coalesce((n."settings" ->> 'maxCalls')::integer, 2))) l
      WHERE n."id" = ANY(${[...ids]}::text[]) OR n."key" = ANY(${[...digits]}::text[])),
    phone AS (
      SELECT p."name" AS "phone", s."key" AS "space" FROM "Phone" p
        JOIN "CallingSearchSpace" s ON s."id" = p."callingSearchSpaceId"
      WHERE p."key" = ANY(${phones.map(nameKey)}::text[])),
    parameter AS (
      SELECT p."name", coalesce(to_jsonb(s."key"), p."settings" -> 'value') AS "value", s."key" AS "space"
      FROM "ServiceParameter" p LEFT JOIN "CallingSearchSpace" s ON s."id" = p."callingSearchSpaceId")
    SELECT (SELECT jsonb_agg(jsonb_build_object('name', p."name", 'value', p."value")) FROM parameter p) AS "parameters",
      (SELECT jsonb_agg(to_jsonb(n) ORDER BY n."id") FROM number n) AS "numbers",
      (SELECT jsonb_agg(to_jsonb(p)) FROM phone p) AS "phones",
      (SELECT jsonb_agg(jsonb_build_object('key', s."key", 'partitions', coalesce((SELECT jsonb_agg(t."key" ORDER BY m."position")
          FROM "CallingSearchSpaceMember" m JOIN "Partition" t ON t."id" = m."partitionId"
          WHERE m."callingSearchSpaceId" = s."id"), '[]'::jsonb))) FROM "CallingSearchSpace" s
        WHERE s."key" IN (SELECT n."searchSpace" FROM number n UNION SELECT p."space" FROM parameter p UNION SELECT p."space" FROM phone p)) AS "spaces"`;
  return {
    parameters: row?.parameters ?? [],
    numbers: (row?.numbers ?? []).map(numberOf),
    phones: row?.phones ?? [],
    spaces: row?.spaces ?? [],
  };
}

/** The ways out of the cluster. */
export interface RoutePlan {
  readonly patterns: readonly {
    readonly partition: string;
    readonly pattern: string;
    readonly trunk: string;
    readonly discardsPreDot: boolean;
  }[];
  readonly trunks: readonly PlannedTrunk[];
}

/** That no simulation has taken down the link to a cluster `c`; a trunk over it leads nowhere then. */
const isUp = sql`NOT EXISTS (SELECT 1 FROM "CallLink" i WHERE i."remoteClusterId" = c."id" AND i."mode" = 'down')`;

export interface PlannedTrunk {
  /** Its id, which stays when it is renamed. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly throughCube: boolean;
  readonly cluster: string | null;
}

/** All route patterns and trunks, as they are saved now. */
export async function loadRoutePlan(transaction: Transaction): Promise<RoutePlan> {
  const [row] = await readRows(
    transaction,
    sql<{ patterns: RoutePlan["patterns"] | null; trunks: PlannedTrunk[] | null }>`
      SELECT (SELECT jsonb_agg(jsonb_build_object('partition', coalesce(t."key", ''), 'pattern', r."pattern", 'trunk', k."id",
          'discardsPreDot', coalesce(r."settings" ->> 'discardDigits', '') = 'preDot')
          ORDER BY r."key", r."id") FROM "RoutePattern" r JOIN "Trunk" k ON k."id" = r."trunkId"
          LEFT JOIN "Partition" t ON t."id" = r."partitionId") AS "patterns",
        (SELECT jsonb_agg(jsonb_build_object('key', k."id", 'name', k."name", 'type', k."type", 'throughCube', k."throughCube",
          'cluster', c."name") ORDER BY k."key") FROM "Trunk" k LEFT JOIN "RemoteCluster" c ON c."id" = k."remoteClusterId"
          AND ${isUp}) AS "trunks"`,
  );
  return { patterns: row?.patterns ?? [], trunks: row?.trunks ?? [] };
}

/** A remote cluster with its numbers and the trunks that lead to it, those with QSIG first, by its name in any case; null: there is none. */
export async function loadRemoteCluster(
  transaction: Transaction,
  key: string,
): Promise<{
  readonly name: string;
  readonly numbers: readonly { readonly pattern: string; readonly name: string }[];
  readonly trunks: readonly PlannedTrunk[];
} | null> {
  const [row] = await readRows(
    transaction,
    sql<{ name: string; numbers: { pattern: string; name: string }[]; trunks: PlannedTrunk[] }>`
      SELECT c."name", coalesce((SELECT jsonb_agg(jsonb_build_object('pattern', n."pattern", 'name', n."name") ORDER BY n."pattern")
          FROM "RemoteDirectoryNumber" n WHERE n."remoteClusterId" = c."id"), '[]'::jsonb) AS "numbers",
        coalesce((SELECT jsonb_agg(jsonb_build_object('key', k."id", 'name', k."name", 'type', k."type", 'throughCube', k."throughCube",
            'cluster', CASE WHEN ${isUp} THEN c."name" END) ORDER BY k."type" = 'sip', k."key")
          FROM "Trunk" k WHERE k."remoteClusterId" = c."id"), '[]'::jsonb) AS "trunks"
      FROM "RemoteCluster" c WHERE c."key" = ${key}`,
  );
  return row ?? null;
}

/** Whether a remote cluster is configured under exactly this name. */
export async function remoteClusterExists(transaction: Transaction, name: string): Promise<boolean> {
  return (await transaction.remoteCluster.count({ where: { name } })) > 0;
}
