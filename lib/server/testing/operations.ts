import { openApiDocument } from "@/lib/server/api/openapi";

/** A JSON schema, as far as tests read it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One operation of the OpenAPI document. */
export interface Operation {
  readonly method: Method;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  /** Of a JSON body, references followed. */
  readonly body: JsonSchema | null;
  /** The status of its success. */
  readonly success: number;
}

interface Documented {
  parameters?: Operation["parameters"];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, unknown>;
}
interface Document {
  paths: Record<string, Record<string, Documented>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** Every operation of the OpenAPI document. */
export async function apiOperations(): Promise<Operation[]> {
  const document: Document = JSON.parse(JSON.stringify(await openApiDocument()));
  const follow = (schema: JsonSchema | undefined): JsonSchema | null =>
    schema?.$ref
      ? follow(document.components.schemas[schema.$ref.replace("#/components/schemas/", "")])
      : (schema ?? null);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase() as Method,
      path,
      parameters,
      body: follow(requestBody?.content["application/json"]?.schema),
      success: Number(Object.keys(responses).find((status) => status.startsWith("2"))),
    })),
  );
}

/** The schemas of which a value may have any. */
function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? schema.oneOf)?.flatMap(alternatives) ?? [schema];
}

/** The smallest value that fits the first alternative of a schema: of an object, what it must have. */
export function sampleOf(schema: JsonSchema): unknown {
  const [one = {}] = alternatives(schema);
  if (one.const !== undefined) return one.const;
  if (one.examples?.length) return one.examples[0];
  if (one.enum) return one.enum[0];
  if (one.type === "object") {
    const required = (one.required ?? []).map((name) => [name, sampleOf(one.properties?.[name] ?? {})]);
    return Object.fromEntries(required);
  }
  if (one.type === "array") return Array.from({ length: one.minItems ?? 0 }, () => sampleOf(one.items ?? {}));
  if (one.type === "boolean") return true;
  if (one.type === "integer" || one.type === "number") return Math.max(one.minimum ?? 1, 1);
  if (one.format === "date-time") return "2026-01-01T00:00:00Z";
  return one.type === "null" ? null : "sample";
}

/** Where a schema has fields of a type, each with the schema found there: names of fields, not into lists. */
export function fieldsOfType(
  schema: JsonSchema,
  type: string,
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly schema: JsonSchema }[] {
  return alternatives(schema).flatMap((one) => [
    ...(one.type === type && path.length > 0 ? [{ path, schema: one }] : []),
    ...Object.entries(one.properties ?? {}).flatMap(([name, inner]) =>
      fieldsOfType(inner, type, [...path, name]),
    ),
  ]);
}

/** The value with another one at a path of fields. */
export function withValueAt(value: unknown, path: readonly string[], inner: unknown): unknown {
  const [field, ...rest] = path;
  if (field === undefined) return inner;
  const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return { ...fields, [field]: withValueAt(fields[field], rest, inner) };
}
