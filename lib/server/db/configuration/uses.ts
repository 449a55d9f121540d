import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import { isPartitioned, type TableFacts } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { Prisma } from "@/lib/server/db/generated/client";
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
interface Use {
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
function usesOf(kind: ConfigurationKind): Use[] {
  if (kind === "deviceProfile") return [login];
  return Object.values(tables).flatMap((user) => [
    ...user.references.filter(({ to }) => to === kind).map(({ column }) => ({ user, column, child: null })),
    ...user.children.flatMap((child) =>
      child.references.filter(({ to }) => to === kind).map(({ column }) => ({ user, column, child })),
    ),
  ]);
}

/** The number of uses of the object `t`, as an SQL expression. */
export function countUses(kind: ConfigurationKind): Prisma.Sql {
  const counts = usesOf(kind).map(({ user, column, child }) => {
    const table = identifier((child ?? user).table);
    return Prisma.sql`(SELECT count(*) FROM ${table} u WHERE u.${identifier(column)} = t."id")`;
  });
  return counts.length === 0 ? Prisma.sql`0` : Prisma.sql`(${Prisma.join(counts, " + ")})::int`;
}

function condition({ column, child }: Use, id: string): Prisma.Sql {
  if (!child) return Prisma.sql`t.${identifier(column)} = ${id}`;
  return Prisma.sql`t."id" IN (SELECT c.${identifier(child.owner)} FROM ${identifier(child.table)} c WHERE c.${identifier(column)} = ${id})`;
}

function selectCount(use: Use, id: string): Prisma.Sql {
  const { kind, table } = use.user;
  return Prisma.sql`SELECT ${kind}::text AS "kind", count(*)::int AS "count" FROM ${identifier(table)} t WHERE ${condition(use, id)}`;
}

function selectNames(use: Use, id: string, limit: number): Prisma.Sql {
  const { kind, table, nameField } = use.user;
  const partition = isPartitioned(use.user)
    ? Prisma.sql`(SELECT p."name" FROM "Partition" p WHERE p."id" = t."partitionId")`
    : Prisma.sql`NULL::text`;
  return Prisma.sql`(SELECT ${kind}::text AS "kind", t.${identifier(nameField)} AS "name", t."key" AS "key", ${partition} AS "partition"
    FROM ${identifier(table)} t WHERE ${condition(use, id)} ORDER BY t."key" LIMIT ${limit})`;
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
  const all = Prisma.join(
    uses.map((use) => selectCount(use, id)),
    " UNION ALL ",
  );
  const rows = await transaction.$queryRaw<{ kind: ConfigurationKind; count: number }[]>(all);
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

type NameRow = { kind: StoredUser; name: string; key: string; partition: string | null };
type StoredUser = TableFacts["kind"];

async function firstUses(
  transaction: Transaction,
  uses: readonly Use[],
  id: string,
  limit: number,
): Promise<Dependency[]> {
  const names = Prisma.join(
    uses.map((use) => selectNames(use, id, limit)),
    " UNION ALL ",
  );
  const rows = await transaction.$queryRaw<NameRow[]>(names);
  const rank = ({ kind }: NameRow) => configurationKinds.indexOf(kind);
  return rows
    .toSorted((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1))
    .slice(0, limit)
    .map(({ kind, name, partition }) =>
      isPartitioned(tables[kind]) ? { kind, name, partition } : { kind, name },
    );
}
