import type { AnyObject, ObjectKind } from "@/components/console/object/object-description";
import type { FieldDescription } from "@/components/console/object/object-fields";
import { type ListShape, valueAt } from "@/lib/configuration/content-shape";

/** A field of any kind of object. */
export type AnyField = FieldDescription<AnyObject>;

/** The fields of all sections, in the order of the page. */
export function fieldsOf({ groups }: ObjectKind): readonly AnyField[] {
  return groups.flatMap(({ fields }) => fields);
}

/** The list at a path of the shape, or undefined when something else is there. */
export function listAt({ rules }: ObjectKind, path: string): ListShape | undefined {
  const shape = valueAt(
    rules.shape,
    path.split(".").flatMap((step) => ["fields", step]),
  ) as ListShape | undefined;
  return shape?.kind === "list" ? shape : undefined;
}
