import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyField } from "@/components/console/object/object-fields";
import type { StoredObject } from "@/lib/client/configuration";
import { isPatternKind } from "@/lib/configuration/named-object";

/** What may be done with an object on its page. */
export interface Access {
  readonly isStandard: boolean;
  readonly canSave: boolean;
  readonly canRestore: boolean;
  readonly canDelete: boolean;
  readonly canCopy: boolean;
  readonly canCreate: boolean;
  readonly isFieldFixed: (field: AnyField) => boolean;
}

/**
 * What may be done with a stored object.
 * @param mayUpdate whether the person's role may change objects of the kind
 */
export function accessTo(object: ObjectKind, stored: StoredObject, mayUpdate: boolean): Access {
  const { kind, canCreate = true, canDelete = true, canRename = true, canEdit = true } = object;
  const { changeableOfStandard = [] } = object;
  const isStandard = object.isStandard?.(stored) ?? false;
  const isBuiltIn = object.isBuiltIn?.(stored) ?? false;
  const naming = isPatternKind(kind) ? ["pattern", "partition"] : ["name"];
  return {
    isStandard,
    canSave: mayUpdate && canEdit && (!isStandard || changeableOfStandard.length > 0),
    canRestore: mayUpdate && canEdit && !isStandard,
    canDelete: mayUpdate && canDelete && !isStandard && !isBuiltIn,
    canCopy: mayUpdate && (object.canCopy ?? canCreate),
    canCreate: mayUpdate && canCreate,
    isFieldFixed: ({ path, isFixed = false }) =>
      isFixed ||
      (isStandard && !changeableOfStandard.includes(path)) ||
      (naming.includes(path) && (!canRename || isBuiltIn)),
  };
}
