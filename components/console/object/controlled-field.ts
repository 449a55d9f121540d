import type {
  AnyField,
  AnyObject,
  FieldDescription,
  SpecialField,
} from "@/components/console/object/object-fields";
import { isReferenceKind, type ReferenceKind } from "@/lib/client/reference";
import type { Declaration } from "@/lib/configuration/content-rules";
import { shapeAt, type ValueShape } from "@/lib/configuration/content-shape";
import { localeKindOf, referenceAt } from "@/lib/configuration/references";

function valueAtPath({ shape }: Declaration, path: string): ValueShape {
  const found = shapeAt(shape, path.split("."));
  if (found?.kind === "value") return found;
  throw new Error(`${path} is no single value: its page needs an Editor`);
}

/** An object must be named, a number typed; a text is required when the rules refuse an empty one. */
function isRequired({ facts, isOptional = false, initial, check }: ValueShape): boolean {
  if (isOptional || facts.type === "flag") return false;
  if (facts.type === "text") return check("", []).length > 0;
  return facts.type !== "choice" || initial === undefined;
}

/** Objects that the page offers are found by their names alone. */
function referred({ kind }: Declaration, path: string): ReferenceKind {
  const { to } = referenceAt(kind, path) ?? {};
  if (to !== undefined && isReferenceKind(to)) return to;
  throw new Error(`${kind}.${path} is no reference of dependencies.ts`);
}

/** The field of a page with the control that follows from its declaration. */
export function controlledField(declared: Declaration, given: FieldDescription<AnyObject>): AnyField {
  const special: SpecialField<AnyObject> = typeof given === "string" ? { path: given } : given;
  const { path, Editor, choices, words, where, ...rest } = special;
  if (Editor) return { ...rest, path, control: "custom", Editor };
  const shape = valueAtPath(declared, path);
  const { facts, isOptional = false } = shape;
  const field = { ...rest, path, isRequired: isRequired(shape) };
  switch (facts.type) {
    case "text": {
      const { maximum, dialled } = facts;
      const isMonospace = dialled !== undefined;
      return { ...field, control: "text", isMonospace, ...(maximum === undefined ? {} : { maximum }) };
    }
    case "number": {
      const { minimum, maximum } = facts;
      return { ...field, control: "number", minimum, maximum, isOptional };
    }
    case "choice": {
      const offered = choices ?? facts.choices;
      return { ...field, control: "choice", choices: offered, isOptional, ...(words ? { words } : {}) };
    }
    case "flag":
      return { ...field, control: "flag" };
    case "reference": {
      const to = referred(declared, path);
      const offered = where ?? (to === "locale" ? () => [`kind:isExactly:${localeKindOf(path)}`] : undefined);
      return { ...field, control: "reference", to, ...(offered ? { where: offered } : {}) };
    }
    default:
      throw new Error(`${path} has no usual control: its page needs an Editor`);
  }
}
