import type { ComponentType } from "react";
import type { ColumnRoom } from "@/components/console/find-and-list/types";
import type { StoredObject } from "@/lib/client/configuration";
import { isReferenceKind, type ReferenceKind } from "@/lib/client/reference";
import type { Declaration } from "@/lib/configuration/content-rules";
import { shapeAt } from "@/lib/configuration/content-shape";
import { referenceAt } from "@/lib/configuration/references";
import type { ListOperator } from "@/lib/contract/list";

/** A column of *Find and List*: a field of the answer, sorted by it unless it says otherwise. */
export interface ColumnDescription<Stored> {
  /** A path of the answer, such as `dnd.status`; also the key of its words, `<kind>.field.<field>`. */
  readonly field: string;
  readonly Cell?: ComponentType<{ object: Stored }>;
  /** The list cannot be sorted by it. */
  readonly isUnsorted?: boolean;
  readonly isHiddenAtFirst?: boolean;
  /** Set as a number; those of the content are. */
  readonly isNumber?: boolean;
  /** How much of the window it takes; a description takes what the others leave. */
  readonly room?: ColumnRoom;
}

/** A column with what follows from the declaration of its field. */
export interface AnyColumn extends ColumnDescription<StoredObject> {
  /** The value names an object of this kind, which it links to. */
  readonly to?: ReferenceKind;
}

/** A field of the search rows, by its path. */
export interface SearchedField {
  readonly field: string;
  /** Its values, where they are few and known; of a flag "true" and "false". */
  readonly choices?: readonly string[];
  /** Where the words of the choices are; those of the field's control unless given. */
  readonly words?: string;
  /** How it is compared, where not in all ways. */
  readonly operators?: readonly ListOperator[];
}

const flagChoices = ["true", "false"] as const;

function valueShapeAt({ shape }: Declaration, path: string) {
  const found = shapeAt(shape, path.split("."));
  return found?.kind === "value" ? found : undefined;
}

const typeAt = (declared: Declaration, path: string) => valueShapeAt(declared, path)?.facts.type;

/** A column with what follows from the declaration of its field: numbers are set as such, names of objects link. */
export function describedColumn(
  declared: Declaration,
  given: string | ColumnDescription<StoredObject>,
): AnyColumn {
  const column = typeof given === "string" ? { field: given } : given;
  const { field } = column;
  const to = typeAt(declared, field) === "reference" ? referenceAt(declared.kind, field)?.to : undefined;
  return {
    ...(typeAt(declared, field) === "number" ? { isNumber: true } : {}),
    ...(to !== undefined && isReferenceKind(to) ? { to } : {}),
    ...(field === "description" ? { room: "rest" } : {}),
    ...column,
  };
}

/** A field of the search rows: of a choice or a flag one value is chosen, a number is compared as a whole. */
export function searchedField(declared: Declaration, given: string | SearchedField): SearchedField {
  if (typeof given !== "string") return given;
  const { facts, isOptional = false } = valueShapeAt(declared, given) ?? {};
  switch (facts?.type) {
    case "flag":
      return { field: given, choices: flagChoices };
    case "choice": {
      const operators = isOptional ? { operators: ["isExactly", "isEmpty", "isNotEmpty"] as const } : {};
      return { field: given, choices: facts.choices, ...operators };
    }
    case "number":
      return { field: given, operators: ["isExactly"] };
    default:
      return { field: given };
  }
}
