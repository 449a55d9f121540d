import type { Declaration } from "@/lib/configuration/content-rules";
import { type Shape, shapeAt, type ValueFacts } from "@/lib/configuration/content-shape";
import { references } from "@/lib/configuration/dependencies";
import { listedFields } from "@/lib/configuration/listed-fields";
import { nameKey } from "@/lib/configuration/text-rules";
import { childTable, referenceColumn } from "@/lib/server/db/configuration/child-table";
import {
  commonFields,
  flagColumn,
  foldedColumn,
  listField,
  numberColumn,
  plainColumn,
  referenceField,
  requiredReferenceField,
  setting,
} from "@/lib/server/db/configuration/sql-fields";
import {
  columnsOfTable,
  type ReferenceColumn,
  type StoredFields,
  type TableFacts,
  tableName,
} from "@/lib/server/db/configuration/table";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { ListField, ListFields } from "@/lib/server/db/list/conditions";

/** How a kind is stored beyond what follows from its fields and the columns of its table. */
export interface SpecialTable extends Partial<Pick<TableFacts, "lockMode" | "changesDownload" | "computed">> {
  /** The tables of lists; lists without one live in `settings`. */
  readonly lists?: Readonly<Record<string, Prisma.ModelName>>;
  /** The column of a reference, where it is not `<field>Id`. */
  readonly referenceColumns?: Readonly<Record<string, string>>;
  /** Columns to search and sort by other than `<field>Key`. */
  readonly keys?: TableFacts["keys"];
  /** Fields of lists beside those of the content, or in their place. */
  readonly listFields?: ListFields;
}

/**
 * How the objects of a kind are stored, from the declaration of its fields and the columns that its table has: a field
 * has the column of its name, a reference `<field>Id`, a text to search `<field>Key`, and what has none lives in `settings`.
 * @throws Error when a reference has no column, or lists would be searched by what no column holds
 */
export function declaredTable(declared: Declaration, special: SpecialTable = {}): TableFacts {
  const { kind, shape } = declared;
  const { lists = {}, referenceColumns = {}, keys, listFields = {}, ...more } = special;
  const table = tableName(kind);
  const columns = columnsOfTable(table);
  const fields = Object.keys(shape.fields);
  const nameField = fields.includes("pattern") ? "pattern" : "name";
  const stored: Stored = {
    ...{ kind, nameField },
    references: referencesOf(declared, referenceColumns, columns),
    children: Object.entries(lists).map(([field, of]) => childTable(declared, field, of)),
  };
  const folded = fields.filter((name) => columns.has(`${name}Key`) && shape.fields[name]?.kind === "value");
  const listed = listedFields(declared).filter((path) => !listFields[path]);
  const hasOrigin = columns.has("copyOf");
  const copied = { isStandard: flagColumn("isStandard"), copyOf: foldedColumn("copyOfKey") };
  return {
    ...stored,
    ...{ table, hasOrigin, ...more },
    columns: fields.filter((name) => name !== nameField && columns.has(name)),
    keys: (content) => ({ ...keysOf(folded, content), ...keys?.(content) }),
    listFields: {
      ...Object.fromEntries(
        listed.map((path) => [path, fieldAt(path, shapeAt(shape, path.split(".")), stored, columns)]),
      ),
      ...(hasOrigin ? copied : {}),
      ...{ ...commonFields, ...listFields },
    },
  };
}

/** The folded texts of fields. */
function keysOf(fields: readonly string[], content: StoredFields): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [`${field}Key`, nameKey(String(content[field] ?? ""))]));
}

/** The references of single fields that are declared. */
function referencesOf(
  { kind, shape }: Declaration,
  referenceColumns: Readonly<Record<string, string>>,
  columns: ReadonlySet<string>,
): ReferenceColumn[] {
  return references
    .filter(
      ({ from, path: [field = "", ...deeper] }) =>
        from === kind && deeper.length === 0 && shape.fields[field],
    )
    .flatMap((reference) => referenceColumn(reference, columns, referenceColumns[reference.path[0] ?? ""]));
}

type Stored = Pick<TableFacts, "kind" | "nameField" | "references" | "children">;

/** What a list asks of the field at a path. */
function fieldAt(
  path: string,
  shape: Shape | undefined,
  { kind, nameField, references, children }: Stored,
  columns: ReadonlySet<string>,
): ListField {
  if (path === nameField) return foldedColumn("key");
  if (columns.has(`${path}Key`)) return foldedColumn(`${path}Key`);
  const child = children.find(({ field }) => field === path);
  if (child) return listField(child);
  const reference = references.find(({ field }) => field === path);
  if (shape?.kind === "value") {
    if (reference) {
      const field = shape.isOptional ? referenceField : requiredReferenceField;
      return field(reference.column, reference.to);
    }
    const found = columns.has(path) ? columnField(path, shape.facts) : settingField(path, shape.facts);
    if (found) return found;
  }
  throw new Error(`Lists of ${kind} cannot be searched by ${path}: ${tableName(kind)} needs a column for it`);
}

function columnField(name: string, { type }: ValueFacts): ListField {
  if (type === "flag") return flagColumn(name);
  return type === "number" ? numberColumn(name) : plainColumn(name);
}

/** Of what lives in `settings`. PostgreSQL folds plain letters only, so any text needs its folded form in a column. */
function settingField(path: string, facts: ValueFacts): ListField | undefined {
  const steps = path.split(".");
  if (facts.type === "flag") return setting("boolean", ...steps);
  if (facts.type === "number") return setting("number", ...steps);
  const isPlain = facts.type === "choice" || (facts.type === "text" && facts.dialled !== undefined);
  return isPlain ? setting("text", ...steps) : undefined;
}
