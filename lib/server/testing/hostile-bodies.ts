import { mostListItems } from "@/lib/server/api/body-bounds";
import { fieldsOfType, type Operation, sampleOf, withValueAt } from "@/lib/server/testing/operations";

/** A body of an operation that grows with a number, and what is wrong with it. */
export interface HostileBody {
  readonly kind: string;
  /** @param bytes about how long the body is */
  readonly make: (bytes: number) => string;
}

/** Marks in the order that costs most to put right: each has to pass all that came before. */
const marks = "\u0301\u0316";
const texts: Readonly<Record<string, (bytes: number) => string>> = {
  "a long text": (bytes) => "x".repeat(bytes),
  "a long row of accents": (bytes) => `a${marks.repeat(bytes / 4)}`,
  "a long row of spaces": (bytes) => `a${" ".repeat(bytes - 3)}b`,
};

const mark = "here";

const numbered = (count: number, write: (index: number) => string) =>
  Array.from({ length: Math.ceil(count) }, (_, index) => write(index)).join(",");

function nested(bytes: number, open: string, close: string): string {
  const depth = Math.floor(bytes / (open.length + close.length));
  return `${open.repeat(depth)}0${close.repeat(depth)}`;
}

const manyKeys = (bytes: number) => `{${numbered(bytes / 12, (n) => `"key${n}":0`)}}`;

/** What somebody may send who means harm: many keys, long lists, long texts, deep nesting, at every field that the body has. */
export function hostileBodies({ body: schema }: Operation): HostileBody[] {
  if (!schema) return [];
  const base = sampleOf(schema);
  /** The smallest good body with some JSON at a place. */
  const at = (path: readonly string[], write: (bytes: number) => string) => (bytes: number) =>
    JSON.stringify(withValueAt(base, path, mark)).replace(JSON.stringify(mark), () => write(bytes));
  const strings = fieldsOfType(schema, "string").map(({ path }) => path);
  return [
    {
      kind: "many keys",
      make: (bytes) => JSON.stringify({ ...Object(base), ...JSON.parse(manyKeys(bytes)) }),
    },
    { kind: "deep objects", make: at(["deep"], (bytes) => nested(bytes, '{"a":', "}")) },
    { kind: "deep lists", make: at(["deep"], (bytes) => nested(bytes, "[", "]")) },
    ...fieldsOfType(schema, "array").flatMap(({ path, schema: { items = {} } }) => {
      const item = JSON.stringify(sampleOf(items));
      const many = (one: string) =>
        at(
          path,
          (bytes) => `[${numbered(Math.min(bytes / Math.max(one.length, 12), mostListItems), () => one)}]`,
        );
      return [
        { kind: `wrong items in ${path.join(".")}`, make: many("0") },
        { kind: `equal items in ${path.join(".")}`, make: many(item) },
      ];
    }),
    ...fieldsOfType(schema, "object").map(({ path }) => ({
      kind: `many keys in ${path.join(".")}`,
      make: at(path, manyKeys),
    })),
    ...(strings.length === 0 ? [] : Object.entries(texts)).map(([kind, write]) => ({
      kind: `${kind} in every text`,
      make: (bytes: number) => {
        const text = write(Math.floor(bytes / strings.length));
        return JSON.stringify(strings.reduce<unknown>((body, path) => withValueAt(body, path, text), base));
      },
    })),
  ];
}
