import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyField } from "@/components/console/object/object-fields";
import { type ListShape, shapeAt } from "@/lib/configuration/content-shape";

/** The fields of all sections, in the order of the page. */
export function fieldsOf({ groups }: ObjectKind): readonly AnyField[] {
  return groups.flatMap(({ fields }) => fields);
}

/** The list at a path of the shape, or undefined when something else is there. */
export function listAt({ rules }: ObjectKind, path: string): ListShape | undefined {
  const shape = shapeAt(rules.shape, path.split("."));
  return shape?.kind === "list" ? shape : undefined;
}
