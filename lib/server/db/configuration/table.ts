import { type Expression, type RawBuilder, sql } from "kysely";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { Prisma } from "@/lib/server/db/generated/client";
import type { ListFields } from "@/lib/server/db/list/conditions";

/** A content as far as the database is concerned: fields by name, already validated. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** A column with the id of another object, shown as that object's name. */
export interface ReferenceColumn {
  readonly column: string;
  readonly to: ConfigurationKind;
  /** The field of the content that holds the name. */
  readonly field: string;
  /** Of a directory number: the field that holds its partition. */
  readonly partitionField?: string;
  /** The name of the only object whose field it is. */
  readonly onlyIn?: string;
}

/** A table with the items of a list of the content. */
export interface ChildTable {
  readonly field: string;
  readonly table: string;
  /** Column with the id of the object. */
  readonly owner: string;
  /** Column by which the items are ordered. */
  readonly order: string;
  /** Fields of an item with a column of the same name. */
  readonly columns: readonly string[];
  readonly references: readonly ReferenceColumn[];
  /** The list is one of names: an item is the name that its only reference shows. */
  readonly isListOfNames?: true;
  /** The column of the text by which a list is searched whose items name no object. */
  readonly text?: string;
}

/** How the objects of a kind are stored: everything the generic store must know of its tables. */
export interface TableFacts {
  readonly kind: ConfigurationKind;
  readonly table: string;
  /** The field that names the object; `key` has it folded. */
  readonly nameField: "name" | "pattern";
  /** Other fields of the content with a column of the same name; the rest lives in `settings`. */
  readonly columns: readonly string[];
  readonly references: readonly ReferenceColumn[];
  readonly children: readonly ChildTable[];
  /** The table has `isStandard`, `copyOf` and `copyOfKey`. */
  readonly hasOrigin: boolean;
  /** Nobody else begins to use an object while it is changed, because its users are told of the change. */
  readonly lockMode?: "update";
  /** Whether phones have something to download after a change; then `downloadVersion` is the version. */
  readonly changesDownload?: (before: StoredFields, after: StoredFields) => boolean;
  /** Columns with folded text, for search and sorting. */
  readonly keys: (content: StoredFields) => Readonly<Record<string, string>>;
  readonly listFields: ListFields;
  /** What else is known of the object `t` and is not part of its content, by name. */
  readonly computed?: Readonly<Record<string, Expression<unknown>>>;
}

/** The table of the objects of a kind. */
export function tableName(kind: ConfigurationKind): Capitalize<ConfigurationKind> {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as Capitalize<ConfigurationKind>;
}

/** The columns of a table, as the Prisma schema has them. */
export function columnsOfTable(table: Prisma.ModelName): ReadonlySet<string> {
  return new Set(Object.keys(Prisma[`${table}ScalarFieldEnum`]));
}

/** True when a pattern is told apart from its likes by its partition. */
export function isPartitioned({ nameField }: Pick<TableFacts, "nameField">): boolean {
  return nameField === "pattern";
}

/** How an object `t` is held while it is changed. */
export function heldForChange({ lockMode }: Pick<TableFacts, "lockMode">): RawBuilder<unknown> {
  return lockMode === "update" ? sql`FOR UPDATE OF t` : sql`FOR NO KEY UPDATE OF t`;
}
