import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Definition } from "@/lib/server/services/configuration/definition";

const none = (copyOf: string) => (copyOf === "" ? null : copyOf);

/** The object as its revision keeps it. */
export function revisionContent(
  { table }: Definition,
  { content, isStandard, copyOf }: StoredObject,
): StoredFields {
  return table.hasOrigin ? { ...content, isStandard, copyOf: none(copyOf) } : content;
}

/** The object as the API answers it. */
export function toObjectDto(definition: Definition, object: StoredObject): StoredFields {
  const { version, usedByCount, inheritedByCount, updatedAt, updatedBy } = object;
  return {
    ...revisionContent(definition, object),
    ...definition.dtoExtras?.(object.content, object.computed ?? {}),
    version,
    usedByCount,
    inheritedByCount,
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  };
}

/** The name of the object, as the history shows it. */
export function nameOf({ table }: Definition, content: StoredFields): string {
  return String(content[table.nameField]);
}
