"use client";

import { useObjectColumns } from "@/components/console/find-and-list/object-columns";
import type { ListColumn } from "@/components/console/find-and-list/types";
import type { AnyColumn } from "@/components/console/object/described-columns";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { Link } from "@/components/ui/link";
import type { StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { newPath, objectPath, pathOf } from "@/lib/client/object-path";
import { valueAt } from "@/lib/configuration/content-shape";
import { referencesTo } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";

type CellProps = { column: AnyColumn; words: ObjectWords; item: StoredObject };

/** The value of a field in words; the name of another object leads to its page. */
function ValueCell({ column: { field, to, Cell }, words, item }: CellProps) {
  if (Cell) return <Cell object={item} />;
  const value: unknown = valueAt(item, field.split("."));
  if (value === null || value === undefined || value === "") return null;
  const href = to === undefined ? null : objectPath(to, String(value));
  return href === null ? words.value(field, value) : <Link href={href}>{String(value)}</Link>;
}

/** The columns of *Find and List* of a kind; *Copy* only for those who may add. */
export function useListColumns(
  object: ObjectKind,
  words: ObjectWords,
  mayUpdate: boolean,
): readonly ListColumn<StoredObject>[] {
  const { kind, columns, canCreate = true, canCopy = canCreate } = object;
  const named = isPatternKind(kind) ? "pattern" : "name";
  const objectColumns = useObjectColumns<StoredObject>({
    nameOf: (item) => identityText(identityOf(kind, item)),
    dependenciesPath: (item) => pathOf(kind, identityOf(kind, item), "dependency-records"),
    copyPath: mayUpdate && canCopy ? (item) => newPath(kind, identityOf(kind, item)) : undefined,
  });
  return [
    {
      id: named,
      label: words.field(named),
      render: (item) => String(item[named]),
      sortField: named,
      isRowHeader: true,
    },
    ...columns.map((column): ListColumn<StoredObject> => {
      const { field, isUnsorted = false, isHiddenAtFirst = false, isNumber = false, room } = column;
      return {
        id: field,
        label: words.own(`column.${field}`) ?? words.field(field),
        render: (item) => <ValueCell column={column} words={words} item={item} />,
        ...(isUnsorted ? {} : { sortField: field }),
        isHiddenAtFirst,
        isNumber,
        ...(room === undefined ? {} : { room }),
      };
    }),
    // What nothing can refer to is never used.
    ...objectColumns.filter(({ id }) => id !== "usedBy" || referencesTo(kind).length > 0),
  ];
}
