import { type ApiDocument, type ApiSchema, resolved } from "@/components/api-reference/document";

const mostValuesShown = 4;

/** The type of a schema in a few words, such as `integer 1-250` or `list of softkeys`. */
export function schemaWords(given: ApiSchema, document: ApiDocument): string {
  const schema = resolved(given, document);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return enumWords(schema.enum);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map((one) => schemaWords(one, document)))].join(" | ");
  if (schema.type === "array")
    return `list of ${schema.items ? schemaWords(schema.items, document) : "values"}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any value");
  return [type, schema.format ? `(${schema.format})` : "", boundWords(schema)].filter(Boolean).join(" ");
}

function enumWords(values: readonly unknown[]): string {
  const shown = values
    .slice(0, mostValuesShown)
    .map((value) => JSON.stringify(value))
    .join(" | ");
  return values.length > mostValuesShown ? `${shown} | … (${values.length} values)` : shown;
}

function boundWords({ minimum, maximum, maxLength }: ApiSchema): string {
  const isReal = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isReal(minimum) && isReal(maximum)) return `${minimum}-${maximum}`;
  if (isReal(minimum)) return `≥ ${minimum}`;
  if (isReal(maximum)) return `≤ ${maximum}`;
  return maxLength === undefined ? "" : `at most ${maxLength} characters`;
}
