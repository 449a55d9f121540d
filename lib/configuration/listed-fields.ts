import type { Declaration } from "@/lib/configuration/content-rules";
import type { RecordShape, Shape } from "@/lib/configuration/content-shape";
import { referenceAt } from "@/lib/configuration/references";

/** True for what a list can be searched and sorted by: a value, a list of items, a list of names of other objects. */
function isListed({ kind }: Declaration, shape: Shape, path: string): boolean {
  if (shape.kind !== "value") return true;
  if (shape.isUnlisted) return false;
  return shape.facts.type !== "texts" || referenceAt(kind, `${path}.*`) !== undefined;
}

/**
 * The fields by which objects of a kind are found and sorted, by their paths, in the order of the declaration; those of
 * records within count alone, a list as one.
 */
export function listedFields(
  declared: Declaration,
  record: RecordShape = declared.shape,
  path: readonly string[] = [],
): string[] {
  return Object.entries(record.fields).flatMap(([name, shape]) => {
    const at = [...path, name];
    if (shape.kind === "record") return listedFields(declared, shape, at);
    return isListed(declared, shape, at.join(".")) ? [at.join(".")] : [];
  });
}
