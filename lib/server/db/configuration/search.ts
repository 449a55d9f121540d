import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { searchWords } from "@/lib/configuration/search-text";
import { foldCase } from "@/lib/configuration/text-rules";
import { type SearchedFields, searchedFields } from "@/lib/server/db/configuration/searched-fields";
import {
  columnsOfTable,
  isPartitioned,
  type TableFacts,
  tableName,
} from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { readRows } from "@/lib/server/db/kysely";
import { fieldCondition, type ListField } from "@/lib/server/db/list/conditions";
import { literalPattern } from "@/lib/server/db/list/list-query";
import type { Transaction } from "@/lib/server/db/transaction";

/** An object that a search found. */
export interface FoundRow {
  readonly kind: ConfigurationKind;
  readonly id: string;
  readonly name: string;
  readonly partition: string | null;
  readonly description: string;
  /** Further texts by which it may have been found, by field; folded where the search compares them so. */
  readonly texts: Readonly<Record<string, string | null>>;
  /** It has not what was looked for, but something like it. */
  readonly isAlike: boolean;
}

/** Only the objects with so many labels that fit, or texts that are alike, are looked at: an answer needs a few. */
const mostCandidates = 200;

/** What has no such part is in no index of parts of words: those are of letters and digits. */
const indexedPart = /[\p{L}\p{N}]{3}/u;

/**
 * Finds objects by what people know of them: name, description, number, owner, label. Of each kind come first those
 * whose name begins with the text, then those in which each word is found, in the order of their names. What indexes do
 * not answer is left to `searchWidely`.
 * @param limit most objects of one kind
 */
export async function searchClosely(
  transaction: Transaction,
  kinds: readonly ConfigurationKind[],
  text: string,
  limit: number,
): Promise<FoundRow[]> {
  const words = searchWords(text);
  return union(
    transaction,
    kinds.flatMap((kind) => {
      const searched = searchedFields[kind];
      const begins = fieldCondition({
        field: nameFieldOf(tables[kind]),
        operator: "beginsWith",
        value: foldCase(text),
      });
      const found = all(words.map((forms) => any(forms.map((word) => isSomewhere(kind, word)))));
      const starts = (searched.beginnings ?? []).map((name) => condition(kind, name, "beginsWith", text));
      return [
        select(kind, begins, limit),
        select(kind, any([found, ...starts]), limit),
        ...labelled(kind, searched, words, limit),
      ];
    }),
  );
}

/**
 * Finds objects where no index helps, for a text of which nothing was found otherwise: one or two characters within a
 * word of a description, as in Hangul, which has few spaces, and names, descriptions and owners that are alike, because somebody mistyped one.
 * @param limit most objects of one kind
 */
export async function searchWidely(
  transaction: Transaction,
  kinds: readonly ConfigurationKind[],
  text: string,
  limit: number,
): Promise<FoundRow[]> {
  const words = searchWords(text);
  const hasShort = words.some((forms) => forms.some((word) => isShort(word)));
  return union(
    transaction,
    kinds.flatMap((kind) => [
      ...(hasShort && hasShortLeft(kind) ? [withParts(kind, words, limit)] : []),
      ...similar(kind, foldCase(text), limit),
    ]),
  );
}

/** Close search has left out what is within a word of a description: of numbers and addresses that would be any. */
const hasShortLeft = (kind: ConfigurationKind) =>
  searchedFields[kind].isMany === true && searchedFields[kind].fields.includes("description");

const any = (conditions: readonly Expression<SqlBool>[]) =>
  sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
const all = (conditions: readonly Expression<SqlBool>[]) =>
  sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;

const isShort = (word: string) => !indexedPart.test(word);

function nameFieldOf({ nameField, listFields }: TableFacts): ListField {
  const field = listFields[nameField];
  if (!field) throw new Error(`Lists cannot be searched by ${nameField}`);
  return field;
}

function condition(
  kind: ConfigurationKind,
  name: string,
  operator: "beginsWith" | "contains",
  word: string,
): Expression<SqlBool> {
  const field = tables[kind].listFields[name];
  if (!field) throw new Error(`Lists of ${kind} cannot be searched by ${name}`);
  const found = fieldCondition({ field, operator, value: field.fold?.(word) ?? word });
  // Its index has only the phones that have an owner.
  return kind === "phone" && name === "owner" ? sql<SqlBool>`(t."ownerKey" <> '' AND ${found})` : found;
}

const isContained = (kind: ConfigurationKind, word: string) =>
  any(searchedFields[kind].fields.map((name) => condition(kind, name, "contains", word)));

/** A word is in a field; a short one, of which there may be many objects, at the beginning of a word of it. */
function isSomewhere(kind: ConfigurationKind, word: string): Expression<SqlBool> {
  const { fields, isMany } = searchedFields[kind];
  if (!isMany || !isShort(word)) return isContained(kind, word);
  return any(
    fields.flatMap((name) => [
      condition(kind, name, "beginsWith", word),
      ...(name === "description" ? [condition(kind, name, "contains", ` ${word}`)] : []),
    ]),
  );
}

/** What is told of an object `t`; `label` is that by which it was found. */
function foundColumns(
  kind: ConfigurationKind,
  { label = sql`NULL::text`, isAlike = false }: { label?: Expression<unknown>; isAlike?: boolean } = {},
): RawBuilder<unknown> {
  const facts = tables[kind];
  const description = columnsOfTable(tableName(kind)).has("description")
    ? sql`t."description"`
    : sql`''::text`;
  const partition = isPartitioned(facts)
    ? sql`(SELECT p."name" FROM "Partition" p WHERE p."id" = t."partitionId")`
    : sql`NULL::text`;
  const texts = [sql`'label', ${label}`, ...(furtherTexts[kind] ?? [])];
  return sql`${sql.lit(kind)}::text AS "kind", t."id", ${sql.ref(`t.${facts.nameField}`)} AS "name",
    ${partition} AS "partition", ${description} AS "description", jsonb_build_object(${sql.join(texts)}) AS "texts", ${sql.lit(isAlike)} AS "isAlike"`;
}

const furtherTexts: Readonly<Partial<Record<ConfigurationKind, readonly Expression<unknown>[]>>> = {
  phone: [sql`'owner', t."settings" ->> 'owner'`, sql`'directoryNumber', t."numbersKey"`],
  directoryNumber: [sql`'alertingName', t."settings" ->> 'alertingName'`],
  deviceProfile: [sql`'userId', t."userId"`],
  phoneButtonTemplate: [sql`'model', t."model"`],
  ctiRoutePoint: [
    sql`'directoryNumber', (SELECT d."pattern" FROM "DirectoryNumber" d WHERE d."id" = t."directoryNumberId")`,
  ],
};

function select(kind: ConfigurationKind, where: Expression<SqlBool>, limit: number): RawBuilder<FoundRow> {
  return sql<FoundRow>`(SELECT ${foundColumns(kind)} FROM ${sql.table(tableName(kind))} t
    WHERE ${where} ORDER BY t."key", t."id" LIMIT ${limit})`;
}

/**
 * Each word is within the description. No index knows parts of one or two characters, so all descriptions are read: once, in the order
 * in which they are stored, and not by way of an index that would name every row.
 */
function withParts(
  kind: ConfigurationKind,
  words: readonly (readonly string[])[],
  limit: number,
): RawBuilder<FoundRow> {
  const isPart = (word: string) => sql<SqlBool>`strpos(t."descriptionKey", ${foldCase(word)}) > 0`;
  return sql<FoundRow>`(SELECT ${foundColumns(kind)} FROM (SELECT t.* FROM ${sql.table(tableName(kind))} t
      WHERE ${all(words.map((forms) => any(forms.map(isPart))))} LIMIT ${mostCandidates}) t
    ORDER BY t."key", t."id" LIMIT ${limit})`;
}

function labelled(
  kind: ConfigurationKind,
  { labels }: SearchedFields,
  words: readonly (readonly string[])[],
  limit: number,
): RawBuilder<FoundRow>[] {
  const child = tables[kind].children.find(({ field }) => field === labels);
  if (!child) return [];
  const owner = sql.ref(`c.${child.owner}`);
  const isFound = words.map((forms) =>
    any(forms.map((word) => sql<SqlBool>`c."label" ILIKE ${`%${literalPattern(word)}%`}`)),
  );
  return [
    sql<FoundRow>`(SELECT ${foundColumns(kind, { label: sql`l."label"` })} FROM (SELECT ${owner} AS "owner", c."label" FROM ${sql.table(child.table)} c
      WHERE c."label" <> '' AND ${all(isFound)} LIMIT ${mostCandidates}) l
    JOIN ${sql.table(tableName(kind))} t ON t."id" = l."owner" ORDER BY t."key", t."id" LIMIT ${limit})`,
  ];
}

function similar(kind: ConfigurationKind, text: string, limit: number): RawBuilder<FoundRow>[] {
  const names = searchedFields[kind].similarIn;
  if (names.length === 0) return [];
  // A name is like another as a whole; of a description, some words are like what was typed.
  const areSimilar = names.map((name) => {
    const column = sql<string>`${sql.ref(`t.${name}`)}`;
    const hasWordsLike = sql<SqlBool>`(${column} <> '' AND ${text} <% ${column})`;
    return name === "descriptionKey"
      ? hasWordsLike
      : any([hasWordsLike, sql<SqlBool>`(${column} <> '' AND ${text} % ${column})`]);
  });
  const similarities = sql.join(names.map((name) => sql`word_similarity(${text}, ${sql.ref(`t.${name}`)})`));
  return [
    sql<FoundRow>`(SELECT "kind", "id", "name", "partition", "description", "texts", "isAlike" FROM (
      SELECT ${foundColumns(kind, { isAlike: true })}, t."key", greatest(${similarities}) AS "similarity" FROM ${sql.table(tableName(kind))} t
      WHERE ${any(areSimilar)} LIMIT ${mostCandidates}) f
    ORDER BY "similarity" DESC, "key", "id" LIMIT ${limit})`,
  ];
}

async function union(transaction: Transaction, parts: readonly RawBuilder<FoundRow>[]): Promise<FoundRow[]> {
  if (parts.length === 0) return [];
  return readRows(transaction, sql<FoundRow>`${sql.join(parts, sql` UNION ALL `)}`);
}
