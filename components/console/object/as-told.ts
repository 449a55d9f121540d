import type { AnyField } from "@/components/console/object/object-fields";
import type { Problem } from "@/lib/configuration/problem";

/** What was typed into a number field and is no number is told by the range; what is not chosen is missing. */
export function asTold(problem: Problem, field: AnyField | undefined): Problem {
  if (field?.control !== "number" || problem.code !== "wrongType") return problem;
  const { minimum, maximum } = field;
  return { ...problem, code: "outOfRange", params: { minimum, maximum } };
}
