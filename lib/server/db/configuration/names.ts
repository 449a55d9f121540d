import { type Expression, sql } from "kysely";
import type { LocaleKind } from "@/lib/catalog/locales";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Known, KnownDefaults } from "@/lib/configuration/known";
import { initialLineLimits, type LineLimits } from "@/lib/configuration/line-limits";
import type { HeldReference } from "@/lib/configuration/references";
import { nameKey } from "@/lib/configuration/text-rules";
import { canBeText } from "@/lib/server/db/bounds";
import { tableName } from "@/lib/server/db/configuration/table";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

interface NamedRow {
  kind: ConfigurationKind;
  id: string;
  name: string;
  key: string;
  /** Key of the partition of a directory number, else empty. */
  partitionKey: string;
  /** What rules ask about the object. */
  facts: {
    kind?: LocaleKind;
    isInstalled?: boolean;
    model?: string;
    protocol?: string;
  } & Partial<LineLimits>;
}

/** The objects that a content names, found beforehand and kept from being deleted or renamed. */
export interface NameLookup {
  /** What the rules ask. */
  readonly known: Known;
  /** What these objects give to a content that leaves it open. */
  readonly defaults: KnownDefaults;
  /** The name as the object has it, for a name in any letter case. */
  readonly canonical: (kind: ConfigurationKind, name: string) => string;
  /** @throws Error when the object was not found, which the rules have refused before */
  readonly idOf: (kind: ConfigurationKind, name: string, partition: string | null) => string;
  readonly hasNumber: (pattern: string, partition: string | null) => boolean;
  /** Adds a directory number that was made meanwhile. */
  readonly addNumber: (id: string, pattern: string, partition: string | null) => void;
}

const entry = (kind: ConfigurationKind, name: string, partition: string | null) =>
  JSON.stringify([kind, nameKey(name), nameKey(partition ?? "")]);

const factColumns: Partial<Record<ConfigurationKind, Expression<unknown>>> = {
  locale: sql`jsonb_build_object('kind', r."kind", 'isInstalled', r."isInstalled")`,
  directoryNumber: sql`jsonb_strip_nulls(jsonb_build_object(
    'busyTrigger', r."settings" -> 'busyTrigger', 'maxCalls', r."settings" -> 'maxCalls'))`,
  phoneButtonTemplate: sql`jsonb_build_object('model', r."model", 'protocol', r."protocol")`,
};

/**
 * Finds the rows of one kind. They stay as they are until the transaction ends: others may change them, but not
 * delete or rename them, nor take a locale away.
 */
function select(kind: ConfigurationKind, keys: readonly string[]): Expression<unknown> {
  const isNumber = kind === "directoryNumber";
  const partition = isNumber
    ? sql`coalesce((SELECT p."key" FROM "Partition" p WHERE p."id" = r."partitionId"), '')`
    : sql`''`;
  return sql`SELECT ${kind}::text AS "kind", r."id", ${sql.ref(isNumber ? "r.pattern" : "r.name")} AS "name",
    r."key", ${partition} AS "partitionKey", ${factColumns[kind] ?? sql`'{}'::jsonb`} AS "facts"
    FROM ${sql.table(tableName(kind))} r WHERE r."key" = ANY(${[...keys]}::text[])
    ORDER BY r."id" FOR ${kind === "locale" ? sql`SHARE` : sql`KEY SHARE`} OF r`;
}

async function loadRows(transaction: Transaction, held: readonly HeldReference[]): Promise<NamedRow[]> {
  const keysByKind = new Map<ConfigurationKind, Set<string>>();
  for (const { to, name } of held) {
    if (canBeText(name)) keysByKind.set(to, (keysByKind.get(to) ?? new Set()).add(nameKey(name)));
  }
  if (keysByKind.size === 0) return [];
  const parts = [...keysByKind].map(([kind, keys], index) => ({
    name: sql.id(`names${index}`),
    rows: select(kind, [...keys]),
  }));
  // One round trip; rows can be kept only in a query of their own, so each kind has one inside.
  return readRows(
    transaction,
    sql<NamedRow>`
      WITH ${sql.join(parts.map(({ name, rows }) => sql`${name} AS (${rows})`))}
      ${sql.join(
        parts.map(({ name }) => sql`SELECT * FROM ${name}`),
        sql` UNION ALL `,
      )}`,
  );
}

/** Looks up the names that a content holds. */
export async function loadNames(
  transaction: Transaction,
  held: readonly HeldReference[],
): Promise<NameLookup> {
  const rows = await loadRows(transaction, held);
  const found = new Map(rows.map((row) => [JSON.stringify([row.kind, row.key, row.partitionKey]), row]));
  const ids = new Map([...found].map(([key, { id }]) => [key, id]));
  const find = (kind: ConfigurationKind, name: string) => found.get(entry(kind, name, null));
  return {
    known: {
      exists: (kind, name) => find(kind, name) !== undefined,
      locale: (name) => {
        const { kind, isInstalled } = find("locale", name)?.facts ?? {};
        return kind && { kind, isInstalled: isInstalled ?? false };
      },
      phoneButtonTemplate: (name) => {
        const { model, protocol } = find("phoneButtonTemplate", name)?.facts ?? {};
        return model === undefined || protocol === undefined ? undefined : { model, protocol };
      },
    },
    defaults: {
      limitsOfNumber: (pattern, partition) => {
        const row = found.get(entry("directoryNumber", pattern, partition));
        if (!row) return undefined;
        const { busyTrigger, maxCalls } = { ...initialLineLimits, ...row.facts };
        return { busyTrigger, maxCalls };
      },
    },
    canonical: (kind, name) => find(kind, name)?.name ?? name,
    idOf: (kind, name, partition) => {
      const id = ids.get(entry(kind, name, partition));
      if (id === undefined) throw new Error(`The ${kind} ${name} was not looked up`);
      return id;
    },
    hasNumber: (pattern, partition) => ids.has(entry("directoryNumber", pattern, partition)),
    addNumber: (id, pattern, partition) => ids.set(entry("directoryNumber", pattern, partition), id),
  };
}
