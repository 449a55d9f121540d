import { z } from "zod";
import type {
  ListShape,
  RecordShape,
  Shape,
  ValueFacts,
  ValueShape,
} from "@/lib/configuration/content-shape";
import type { FieldPath, ItemFieldPath } from "@/lib/configuration/field-path";
import { referenceTo } from "@/lib/contract/reference-words";

/** What the API says of a field beyond what follows from its declaration. */
export interface FieldText {
  readonly text?: string;
  readonly examples?: readonly unknown[];
  /** A schema that other parts of the API share, in place of the field's own. */
  readonly schema?: z.ZodType;
}

/** Such texts by the paths of fields: `dnd.option`; of items of a list `lines.label`. */
export type FieldTexts<Content> = {
  readonly [Path in FieldPath<Content> | ItemFieldPath<Content>]?: string | FieldText;
};

/** What a schema is made for. */
export interface SchemaUse {
  readonly kind: string;
  readonly texts: Readonly<Record<string, string | FieldText | undefined>>;
  /** Sent in a request: fields that are absent stay as they are, or have their defaults in items of lists. */
  readonly isInput: boolean;
}

type Schemas = Record<string, z.ZodType>;

/** The schemas of the fields of a record, each as if it had to be there. */
export function fieldSchemas(shape: RecordShape, use: SchemaUse, path: readonly string[] = []): Schemas {
  const fields = Object.entries(shape.fields);
  return Object.fromEntries(fields.map(([name, inner]) => [name, schemaOf(inner, use, [...path, name])]));
}

/** The schema of what a shape describes. Limits are told and not checked: the rules do that, in words of their own. */
function schemaOf(shape: Shape, use: SchemaUse, path: readonly string[]): z.ZodType {
  const said = use.texts[path.join(".")];
  const { text, examples, schema } = typeof said === "string" ? { text: said } : (said ?? {});
  if (schema) return schema;
  const plain = plainSchema(shape, use, path);
  const description = shape.kind === "value" ? describeValue(shape, text, use, path) : text;
  const described = description === undefined ? plain : plain.describe(description);
  return examples ? described.meta({ examples: [...examples] }) : described;
}

function plainSchema(shape: Shape, use: SchemaUse, path: readonly string[]): z.ZodType {
  switch (shape.kind) {
    case "value":
      return valueSchema(shape);
    case "list":
      return z.array(itemSchema(shape, use, path));
    case "record": {
      const fields = fieldSchemas(shape, use, path);
      return use.isInput ? z.strictObject(optionalFields(fields)) : z.object(fields);
    }
  }
}

function itemSchema({ item }: ListShape, use: SchemaUse, path: readonly string[]): z.ZodType {
  const fields = fieldSchemas(item, use, path);
  return use.isInput ? z.strictObject(withoutDefaults(item, fields)) : z.object(fields);
}

/** The same fields; those that a new record has without being given may be left out. */
export function withoutDefaults(shape: RecordShape, fields: Schemas): Schemas {
  const schemas = Object.entries(fields).map(([name, schema]) => {
    const inner = shape.fields[name];
    return [name, inner?.kind === "value" && inner.initial === undefined ? schema : z.optional(schema)];
  });
  return Object.fromEntries(schemas);
}

/** The same fields, each of which may be left out. */
export function optionalFields(fields: Schemas): Schemas {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, z.optional(schema)]));
}

function valueSchema({ facts, isOptional }: ValueShape): z.ZodType {
  const schema = factsSchema(facts);
  return isOptional ? schema.nullable() : schema;
}

function factsSchema(facts: ValueFacts): z.ZodType {
  switch (facts.type) {
    case "text":
    case "reference":
      return z.string();
    case "number":
      return z.number().int();
    case "flag":
      return z.boolean();
    case "choice":
      return z.enum(facts.choices);
    case "texts":
      return z.array(facts.choices ? z.enum(facts.choices) : z.string());
    case "any":
      return z.union([z.string(), z.number(), z.boolean(), z.null()]);
  }
}

/** The text of a value: what is said of it, and what follows from its declaration. */
function describeValue(
  shape: ValueShape,
  text: string | undefined,
  { kind }: SchemaUse,
  path: readonly string[],
): string | undefined {
  const { facts, isOptional = false } = shape;
  if (facts.type === "reference") return text ?? referenceTo(kind, path, isOptional);
  const isName = path.join(".") === "name" && facts.type === "text" && facts.without !== undefined;
  const limits = isName ? `${limitsOf(facts)}; unique, letter case makes no difference` : limitsOf(facts);
  if (text === undefined) return limits;
  return limits === undefined ? text : `${text}; ${limits.charAt(0).toLowerCase()}${limits.slice(1)}`;
}

function limitsOf(facts: ValueFacts): string | undefined {
  switch (facts.type) {
    case "number":
      return `${facts.minimum} to ${facts.maximum}`;
    case "text":
      return textLimits(facts);
    default:
      return undefined;
  }
}

const dialled = {
  number: "digits, *, #, A to D, and + only in front",
  pattern: "digits, *, #, X for any digit, and ! at the end for one or more",
} as const;

function textLimits({ minimum, maximum, without, dialled: form }: Extract<ValueFacts, { type: "text" }>) {
  if (maximum === undefined) return undefined;
  const length = minimum === undefined ? `At most ${maximum}` : `${minimum} to ${maximum}`;
  if (form) return `${length} characters: ${dialled[form]}`;
  return `${length} characters${without ? ` without ${without.join(" ")}` : ""}`;
}
