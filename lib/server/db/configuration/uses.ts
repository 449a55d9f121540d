import { type AliasableExpression, type Expression, type SqlBool, sql } from "kysely";
import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import { isPartitioned, type TableFacts } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** The object that uses another one. */
export interface Dependency {
  kind: ConfigurationKind;
  name: string;
  /** Only of what is named by a pattern. */
  partition?: string | null;
}

/** Who uses an object: the first ones, and how many of each kind. */
export interface Dependencies {
  items: Dependency[];
  total: number;
  counts: { kind: ConfigurationKind; count: number }[];
}

/** A column that refers to objects of a kind: in the table of the user, or in the table of its items. */
export interface Use {
  readonly user: TableFacts;
  readonly column: string;
  readonly child: { readonly table: string; readonly owner: string } | null;
}

/** A phone uses the device profile of the user who is logged in to it. */
const login: Use = {
  user: tables.phone,
  column: "loginProfileId",
  child: { table: "DeviceState", owner: "phoneId" },
};

/** Every column with which objects of a kind are used; derived from how the users are stored. */
export function usesOf(kind: ConfigurationKind): Use[] {
  if (kind === "deviceProfile") return [login];
  return Object.values(tables).flatMap((user) => [
    ...user.references.filter(({ to }) => to === kind).map(({ column }) => ({ user, column, child: null })),
    ...user.children.flatMap((child) =>
      child.references.filter(({ to }) => to === kind).map(({ column }) => ({ user, column, child })),
    ),
  ]);
}

/** The number of uses of the object `t`. */
export function countUses(kind: ConfigurationKind): AliasableExpression<number> {
  const counts = usesOf(kind).map(
    ({ user, column, child }) =>
      sql`(SELECT count(*) FROM ${sql.table((child ?? user).table)} u WHERE ${sql.ref(`u.${column}`)} = t."id")`,
  );
  return counts.length === 0 ? sql<number>`0` : sql<number>`(${sql.join(counts, sql` + `)})::int`;
}

/** Whether the object `t` uses an object in that way. */
function isUser({ column, child }: Use, id: string): Expression<SqlBool> {
  if (!child) return sql<SqlBool>`${sql.ref(`t.${column}`)} = ${id}`;
  return sql<SqlBool>`t."id" IN (SELECT ${sql.ref(`c.${child.owner}`)} FROM ${sql.table(child.table)} c WHERE ${sql.ref(`c.${column}`)} = ${id})`;
}

interface CountRow {
  kind: ConfigurationKind;
  count: number;
}

function selectCount(use: Use, id: string) {
  const { kind, table } = use.user;
  return sql<CountRow>`SELECT ${kind}::text AS "kind", count(*)::int AS "count" FROM ${sql.table(table)} t WHERE ${isUser(use, id)}`;
}

interface NameRow {
  kind: ConfigurationKind;
  name: string;
  key: string;
  partition: string | null;
}

function selectNames(use: Use, id: string, limit: number) {
  const { kind, table, nameField } = use.user;
  const partition = isPartitioned(use.user)
    ? sql`(SELECT p."name" FROM "Partition" p WHERE p."id" = t."partitionId")`
    : sql`NULL::text`;
  return sql<NameRow>`(SELECT ${kind}::text AS "kind", ${sql.ref(`t.${nameField}`)} AS "name", t."key" AS "key", ${partition} AS "partition"
    FROM ${sql.table(table)} t WHERE ${isUser(use, id)} ORDER BY t."key" LIMIT ${limit})`;
}

/** The rows of several queries, one after the other. */
function readAll<Row>(transaction: Transaction, queries: readonly Expression<Row>[]): Promise<Row[]> {
  return readRows(transaction, sql<Row>`${sql.join(queries, sql` UNION ALL `)}`);
}

/** The objects that use an object: the first ones by kind and name, and how many there are. */
export async function listUses(
  transaction: Transaction,
  kind: ConfigurationKind,
  id: string,
  limit: number,
): Promise<Dependencies> {
  const uses = usesOf(kind);
  if (uses.length === 0) return { items: [], total: 0, counts: [] };
  const rows = await readAll(
    transaction,
    uses.map((use) => selectCount(use, id)),
  );
  const counts = configurationKinds
    .map((user) => ({
      kind: user,
      count: rows.reduce((sum, row) => sum + (row.kind === user ? row.count : 0), 0),
    }))
    .filter(({ count }) => count > 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { items: [], total, counts };
  const used = uses.filter(({ user }) => counts.some((count) => count.kind === user.kind));
  return { items: await firstUses(transaction, used, id, limit), total, counts };
}

async function firstUses(
  transaction: Transaction,
  uses: readonly Use[],
  id: string,
  limit: number,
): Promise<Dependency[]> {
  const rows = await readAll(
    transaction,
    uses.map((use) => selectNames(use, id, limit)),
  );
  const rank = ({ kind }: NameRow) => configurationKinds.indexOf(kind);
  return rows
    .toSorted((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1))
    .slice(0, limit)
    .map(({ kind, name, partition }) =>
      isPartitioned(tables[kind]) ? { kind, name, partition } : { kind, name },
    );
}
