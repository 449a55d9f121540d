import { withItemDefaults } from "@/lib/configuration/content-patch";
import {
  fieldOf,
  isRecord,
  type RecordShape,
  unknownFieldProblem,
  validateContent,
} from "@/lib/configuration/content-shape";
import type { Problem } from "@/lib/configuration/problem";

/**
 * What is wrong with fields that are to be given to many objects, whatever the objects are: unknown fields, those that
 * name an object, and the rule of each value. Any value may be given, nothing is thrown.
 * @param fixed fields that cannot be given to many
 */
export function patchProblems(shape: RecordShape, patch: unknown, fixed: readonly string[]): Problem[] {
  if (!isRecord(patch)) return [{ path: [], code: "wrongType", params: { expected: "object" } }];
  if (Object.keys(patch).length === 0) return [{ path: [], code: "required" }];
  const completed = withItemDefaults(shape, patch);
  return Object.keys(patch).flatMap((field): Problem[] => {
    if (!Object.hasOwn(shape.fields, field)) return [unknownFieldProblem(shape, field, [])];
    if (fixed.includes(field)) return [{ path: [field], code: "readOnlyField", params: { field } }];
    return fieldProblems(shape, fieldOf(completed, field), field);
  });
}

function fieldProblems({ fields }: RecordShape, value: unknown, field: string): Problem[] {
  const shape = fields[field];
  if (!shape) return [];
  // Of a record within, only the fields that are given.
  const problems =
    shape.kind === "record" && isRecord(value)
      ? patchProblems(shape, value, [])
      : validateContent(shape, value);
  return problems.map((problem) => ({ ...problem, path: [field, ...problem.path] }));
}
