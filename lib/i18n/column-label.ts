import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { fieldName } from "@/lib/i18n/field-name";
import type { Translate } from "@/lib/i18n/translate";

/** A column of an item of a list: `lines.1.directoryNumber`, `partitions.2`. */
const itemColumn = /^(?<list>[^.]+)\.(?<number>\d+)(?:\.(?<field>.+))?$/;

/**
 * The label of a column of a file, as the pages of the objects name the field: "Device Pool", "Line 1: Directory Number".
 * @param translate a translator of all areas
 */
export function columnLabel(translate: Translate, kind: ConfigurationKind, column: string): string {
  const { list, number = "", field } = itemColumn.exec(column)?.groups ?? {};
  if (list === undefined) return fieldName(translate, kind, column);
  const named = `${kind}.item.${list}.name`;
  const item = translate.has(named)
    ? translate(named, { key: number })
    : `${fieldName(translate, kind, list)} ${number}`;
  if (field === undefined) return item;
  const own = `${kind}.item.${list}.field.${field}`;
  return `${item}: ${translate.has(own) ? translate(own) : fieldName(translate, kind, field)}`;
}

/** The heading of a column for people and programs: its label, and its name in brackets. */
export function columnHeading(translate: Translate, kind: ConfigurationKind, column: string): string {
  const label = columnLabel(translate, kind, column);
  return label === column ? column : `${label} [${column}]`;
}
