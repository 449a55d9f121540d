import { z } from "zod";
import type { ContentRules } from "@/lib/configuration/content-rules";
import { answerFields, createBody, readOnlyNote, updateBody } from "@/lib/contract/configuration-fields";
import {
  type FieldTexts,
  fieldSchemas,
  optionalFields,
  withoutDefaults,
} from "@/lib/contract/content-schema";

/** What the API has of a kind beyond what follows from the declaration of its fields. */
export interface KindOfObject<Content, Extra extends z.ZodRawShape> {
  /** What is said of fields; limits, choices and references follow from their declaration. */
  readonly texts?: FieldTexts<Content>;
  /** What the answer has besides the content, or in place of a field of it; a change may send it back as it was read. */
  readonly extra?: Extra;
  /** Fields as requests may have them, where the answer has them otherwise. */
  readonly accepted?: { readonly [Name in keyof Content]?: z.ZodType };
  /** Fields that are chosen when an object is made and never changed. */
  readonly fixed?: readonly (keyof Content & string)[];
  /** How one is made, where not by giving the fields that have no default. */
  readonly making?: {
    readonly needed: readonly (keyof Content & string)[];
    /** What only this request has, such as `copyOf`, or says otherwise. */
    readonly fields: z.ZodRawShape;
  };
}

type Schemas = Record<string, z.ZodType>;

/** A value as it comes out of JSON: clients know lists as `string[]`, not as `readonly string[]`. */
type Parsed<Value> = Value extends readonly (infer Item)[]
  ? Parsed<Item>[]
  : Value extends object
    ? { [Name in keyof Value]: Parsed<Value[Name]> }
    : Value;

/** An object as it is answered: its content, what the kind has besides, and what every answer has. */
type AnswerOf<Content, Extra extends z.ZodRawShape> = Parsed<Omit<Content, keyof Extra>> &
  z.output<z.ZodObject<Extra & typeof answerFields>>;

/** What a request sends of an object: any fields of its content, in part; the schema looks closer than the type. */
type SentOf<Content> = { readonly [Name in keyof Content]?: Content[Name] | undefined } & {
  readonly reason?: string | undefined;
};

/** The schemas with which a kind is answered, made and changed, from the declaration of its fields. */
export function objectSchemas<Content extends object, Extra extends z.ZodRawShape = Record<never, never>>(
  { kind, shape }: ContentRules<Content>,
  own: KindOfObject<Content, Extra> = {},
) {
  const { texts = {}, extra = {}, accepted = {}, fixed = [], making } = own;
  const answered = fieldSchemas(shape, { kind, texts, isInput: false });
  const sent: Schemas = { ...fieldSchemas(shape, { kind, texts, isInput: true }), ...accepted };
  const needed = making?.needed.map((name) => [name, sent[name] ?? z.never()]) ?? [];
  const made = making
    ? { ...optionalFields(sent), ...Object.fromEntries(needed), ...making.fields }
    : withoutDefaults(shape, sent);
  const kept = fixed.map((name) => [name, cannotBeChanged(sent[name])]);
  const object: z.ZodType<object> = z.object({ ...answered, ...extra, ...answerFields });
  const create: z.ZodType<object> = createBody(made);
  const update: z.ZodType<object> = updateBody({ ...readOnly(extra), ...sent, ...Object.fromEntries(kept) });
  type Change = SentOf<Content> & { readonly version: number };
  return {
    object: object as z.ZodType<AnswerOf<Content, Extra>>,
    create: create as z.ZodType<SentOf<Content>, SentOf<Content>>,
    update: update as z.ZodType<Change, Change>,
  };
}

function readOnly(extra: z.ZodRawShape): Schemas {
  const schemas = Object.entries<z.core.$ZodType>(extra) as [string, z.ZodType][];
  return Object.fromEntries(schemas.map(([name, schema]) => [name, schema.describe(readOnlyNote)]));
}

function cannotBeChanged(schema: z.ZodType = z.never()): z.ZodType {
  const { description } = schema;
  return schema.describe(
    description === undefined ? "Cannot be changed" : `${description}; cannot be changed`,
  );
}
