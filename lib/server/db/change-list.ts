import { type Expression, type SqlBool, sql } from "kysely";
import type { ChangeKind } from "@/lib/catalog/changes";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { namedObjectOf } from "@/lib/configuration/named-object";
import { foldCase, nameKey } from "@/lib/configuration/text-rules";
import type { changeListFields } from "@/lib/contract/change";
import type { ListQuery } from "@/lib/contract/list";
import { canBeText } from "@/lib/server/db/bounds";
import type { StoredChangeObject } from "@/lib/server/db/change";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { readRows, sqlIn } from "@/lib/server/db/kysely";
import { type ListField, type ListFields, textCondition } from "@/lib/server/db/list/conditions";
import { instant, rowOf, typedText, wholeNumber } from "@/lib/server/db/list/list-fields";
import { literalPattern } from "@/lib/server/db/list/list-query";
import { planList } from "@/lib/server/db/list/plan-list";
import { type Page, readPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** A change as it is stored. */
export interface StoredChange {
  id: string;
  kind: ChangeKind;
  by: string;
  reason: string;
  at: Date;
  total: number;
  undoes: string | null;
  /** The change that takes it back, once that has changed anything. */
  undoneBy: string | null;
  /** The object to which it came last: what it is about, after whatever had to come first. */
  object: Pick<StoredChangeObject, "name" | "partition" | "action"> & { kind: ConfigurationKind };
}

/** The changes one of whose objects `o` fulfils the condition. */
function having(condition: Expression<SqlBool>): Expression<SqlBool> {
  return sql<SqlBool>`t."id" IN (SELECT o."changeId" FROM "ChangeObject" o WHERE ${condition})`;
}

/** What an object of a change is called after it and, where it was renamed, what it was called before. */
const names = [
  { key: sql`o."nameKey"`, partition: sql`o."partition"` },
  { key: sql`o."formerKey"`, partition: sql`o."formerPartition"` },
];

/** One object: of a change the same one must have the kind, the name and the partition. */
const oneObject: ListField = {
  kind: "text",
  canAsk: (operator, text) => operator === "isExactly" && namedObjectOf(text) !== null,
  expression: sql<string>`coalesce((SELECT min(o."entity" || ':' || o."nameKey") FROM "ChangeObject" o WHERE o."changeId" = t."id"), '')`,
  matches: ({ value }) => {
    const wanted = namedObjectOf(String(value));
    if (wanted === null) return sql<SqlBool>`FALSE`;
    const { kind, name, partition } = wanted;
    const isCalledSo = names.map(({ key, partition: within }) => {
      const isNamed = sql<SqlBool>`o."entity" = ${kind} AND ${key} = ${nameKey(name)}`;
      if (partition === undefined) return having(isNamed);
      return having(
        sql<SqlBool>`${isNamed} AND coalesce(${within}, '') ILIKE ${literalPattern(partition ?? "")}`,
      );
    });
    return sql<SqlBool>`(${sql.join(isCalledSo, sql` OR `)})`;
  },
};

/** A field of the objects of a change: found when one of them fits, sorted by the first in the order of the texts. */
function objectField(column: "entity" | "nameKey"): ListField {
  const text = sql.ref(`o.${column}`);
  return {
    kind: "text",
    // Kinds are spelled in one way, names are folded.
    fold: column === "entity" ? (text) => text : foldCase,
    expression: sql<string>`coalesce((SELECT min(${text}) FROM "ChangeObject" o WHERE o."changeId" = t."id"), '')`,
    matches: (condition) => having(textCondition(text, condition)),
  };
}

const change = rowOf<"Change">();
const listFields: ListFields<(typeof changeListFields)[number]> = {
  by: typedText(change.ref("t.by")),
  kind: typedText(change.ref("t.kind")),
  reason: typedText(change.ref("t.reason")),
  object: oneObject,
  objectKind: objectField("entity"),
  objectName: objectField("nameKey"),
  at: instant(change.ref("t.at")),
  total: wholeNumber(change.ref("t.total")),
};

/** An undo that has changed nothing is none: its change is not stored. */
const undoneBy = sql<string | null>`(SELECT u."id" FROM "Change" u WHERE u."id" = t."undoneBy")`;

const lastObject = sql<
  StoredChange["object"]
>`(SELECT jsonb_build_object('kind', o."entity", 'name', o."name",
    'partition', o."partition", 'action', o."action")
  FROM "ChangeObject" o WHERE o."changeId" = t."id" AND o."position" = t."total")`;

function selectChanges(transaction: Transaction) {
  return sqlIn(transaction)
    .selectFrom("Change as t")
    .select(["t.id", "t.kind", "t.by", "t.reason", "t.at", "t.total", "t.undoes"])
    .select([undoneBy.as("undoneBy"), lastObject.as("object")])
    .$castTo<StoredChange>();
}

/** One page of the changes that match. */
export async function listChanges(transaction: Transaction, query: ListQuery): Promise<Page<StoredChange>> {
  return readPage(selectChanges(transaction), planList(query, listFields, "place"));
}

/** The change, or null. */
export async function findChange(transaction: Transaction, id: string): Promise<StoredChange | null> {
  if (!canBeText(id)) return null;
  return (await selectChanges(transaction).where("t.id", "=", id).executeTakeFirst()) ?? null;
}

/** The objects of a change after a position, in the order in which it came to them. */
export async function listChangeObjects(
  transaction: Transaction,
  changeId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StoredChangeObject[]> {
  const rows = await transaction.changeObject.findMany({
    where: { changeId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
  });
  return rows as StoredChangeObject[];
}

/** What an object of a change was before and after: null where the change has created, or deleted it. */
export interface ObjectVersions {
  readonly before: StoredFields | null;
  readonly after: StoredFields | null;
  /** The places of both in the history. */
  readonly beforeAt: number;
  readonly afterAt: number;
}

interface Version {
  entityId: string;
  number: number;
  action: string;
  content: StoredFields;
  place: number;
}

/** Finds what objects of a change were before and after it. */
export async function findVersions(
  transaction: Transaction,
  objects: readonly StoredChangeObject[],
): Promise<(object: StoredChangeObject) => ObjectVersions> {
  const wanted = objects.flatMap(({ entity, entityId, firstNumber, lastNumber }) =>
    [firstNumber - 1, lastNumber].map((number) => ({ entity, entityId, number })),
  );
  const rows = await readRows(
    transaction,
    sql<Version>`SELECT r."entityId", r."number", r."action", r."content", r."place"::float8 AS "place"
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("entity" text, "entityId" text, "number" int)
      JOIN "Revision" r USING ("entity", "entityId", "number")`,
  );
  const versions = new Map(rows.map((row) => [`${row.entityId} ${row.number}`, row]));
  const contentAt = (entityId: string, number: number) => {
    const version = versions.get(`${entityId} ${number}`);
    return version && version.action !== "deleted" ? version.content : null;
  };
  return ({ entityId, firstNumber, lastNumber }) => ({
    before: contentAt(entityId, firstNumber - 1),
    after: contentAt(entityId, lastNumber),
    beforeAt: versions.get(`${entityId} ${firstNumber - 1}`)?.place ?? 0,
    afterAt: versions.get(`${entityId} ${lastNumber}`)?.place ?? 0,
  });
}
