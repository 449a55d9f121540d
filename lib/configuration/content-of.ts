import { type ContentShape, fieldOf, isRecord, type Shape } from "@/lib/configuration/content-shape";

/**
 * The content within something that holds more, such as an answer of the API: the fields of the shape and no other,
 * within records and items of lists too. Fields that are absent stay absent.
 */
export function contentOf<Content>(shape: ContentShape<Content>, source: unknown): Content;
export function contentOf(shape: Shape, source: unknown): unknown;
export function contentOf(shape: Shape, source: unknown): unknown {
  if (shape.kind === "list") {
    return Array.isArray(source) ? source.map((item) => contentOf(shape.item as Shape, item)) : source;
  }
  if (shape.kind === "value" || !isRecord(source)) return source;
  const present = Object.entries(shape.fields).filter(([field]) => Object.hasOwn(source, field));
  return Object.fromEntries(
    present.map(([field, inner]) => [field, contentOf(inner, fieldOf(source, field))]),
  );
}
