import type { Declaration } from "@/lib/configuration/content-rules";
import type { ListShape } from "@/lib/configuration/content-shape";
import { type Reference, references } from "@/lib/configuration/dependencies";
import { type ChildTable, columnsOfTable, type ReferenceColumn } from "@/lib/server/db/configuration/table";
import type { Prisma } from "@/lib/server/db/generated/client";

/**
 * How a list is stored in a table of its own, from the declaration of its items and the columns of the table: fields of an
 * item as those of an object, `<kind>Id` for whose item it is. A list of names has `<kind of the named>Id` and `position`.
 */
export function childTable({ kind, shape }: Declaration, field: string, table: Prisma.ModelName): ChildTable {
  const list = shape.fields[field];
  const named = references.filter(
    ({ from, path: [first, every] }) => from === kind && first === field && every === "*",
  );
  const common = { field, table, owner: `${kind}Id` };
  if (list?.kind === "list") return { ...common, ...itemColumns(list, named, columnsOfTable(table)) };
  const items = named.map(({ to }) => ({ column: `${to}Id`, to, field: to }));
  return { ...common, order: "position", columns: [], references: items, isListOfNames: true };
}

function itemColumns(
  { key, item }: ListShape,
  named: readonly Reference[],
  columns: ReadonlySet<string>,
): Pick<ChildTable, "order" | "columns" | "references" | "text"> {
  const fields = Object.entries(item.fields).filter(([name]) => columns.has(name));
  const text = fields.find(([, shape]) => shape.kind === "value" && shape.facts.type === "text");
  return {
    order: key,
    columns: fields.map(([name]) => name),
    references: named.flatMap((reference) => referenceColumn(reference, columns)),
    ...(named.length === 0 && text ? { text: text[0] } : {}),
  };
}

/**
 * The column of a reference; none of the partition beside a directory number, which the number itself tells.
 * @throws Error when the table has no such column: names that are kept as they are would not follow their objects
 */
export function referenceColumn(
  { from, path, to, onlyIn }: Reference,
  columns: ReadonlySet<string>,
  column = `${path.at(-1)}Id`,
): ReferenceColumn[] {
  const field = path.at(-1) ?? "";
  if (!columns.has(column)) {
    if (field === "partition" && columns.has("directoryNumberId")) return [];
    throw new Error(`${from} refers to other objects by ${path.join(".")} and has no column ${column}`);
  }
  const partition = to === "directoryNumber" ? { partitionField: "partition" } : {};
  return [{ column, to, field, ...partition, ...(onlyIn === null ? {} : { onlyIn }) }];
}
