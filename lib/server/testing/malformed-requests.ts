import fc from "fast-check";
import { type JsonSchema, type Operation, sampleOf } from "@/lib/server/testing/operations";

/** A request that must be refused: something about it is wrong, and nothing else. */
export interface MalformedRequest {
  readonly operation: Operation;
  /** What is wrong with it, for who reads of a failure. */
  readonly fault: string;
  readonly path: string;
  readonly body: string | Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

type Faulty = Partial<Omit<MalformedRequest, "operation">> & { readonly fault: string };

const strangeNames = [
  "%00",
  "a%00b",
  "%0D%0A",
  "%FF",
  "%zz",
  "..%2F..%2Fusers",
  "%2E%2E",
  "*",
  "%25",
  "%27%3B--",
  "%22",
  "__proto__",
  "constructor",
  "%E2%80%8B",
  "%F0%9F%93%9E",
  "a".repeat(5_000),
  "%ED%95%9C",
  "1e999",
  "-1",
  "0x10",
  "nobody",
];
const strangeTexts = ["\0", "a\0b", "\ud800", "a\nb", "a\u2028b", "x".repeat(20_000), "\u0301".repeat(5_000)];
const strangeValues: readonly unknown[] = [
  null,
  true,
  5,
  1.5,
  -1,
  1e300,
  "no such value",
  "",
  [],
  [[]],
  [null],
  {},
  { a: 1 },
  { __proto__: null, length: 1 },
];
const brokenBodies = [
  "",
  " ",
  "{",
  "[",
  "null",
  "5",
  '"x"',
  "[]",
  "{}{}",
  "{'a':1}",
  '{"a":}',
  "\ufeff{}",
  "undefined",
  "NaN",
  '{"a":1,}',
];
const strangeTypes = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/jsonp",
  "multipart/form-data; boundary=x",
  "x",
  "application/json-seq",
];
const strangeHeaders: readonly Record<string, string>[] = [
  {},
  { "accept-language": "ko;q=1e9,*;q=-1,,;" },
  { "accept-language": "x".repeat(2_000) },
  { "if-none-match": '*, W/"' },
  { accept: "text/html" },
  { cookie: "ringback.session_token=x.y; =; a" },
  { "content-encoding": "gzip" },
  { "x-request-id": "x".repeat(500) },
];

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? schema.oneOf)?.flatMap(alternativesOf) ?? [schema];
}

/** True when a value is of a type, or one of the values, that a schema names; true also when it names none. */
function canBe(schema: JsonSchema, value: unknown): boolean {
  return alternativesOf(schema).some((one) => {
    if (one.const !== undefined) return one.const === value;
    if (one.enum) return one.enum.includes(value);
    if (one.type === undefined) return true;
    if (one.type === "integer") return Number.isInteger(value);
    if (one.type === "null") return value === null;
    if (one.type === "array") return Array.isArray(value);
    if (one.type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
    return typeof value === one.type;
  });
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly schema: JsonSchema;
}

/** Every field of an object, and the fields and first items within. */
function placesOf(schema: JsonSchema, path: Place["path"] = []): Place[] {
  return alternativesOf(schema).flatMap((one) => [
    ...Object.entries(one.properties ?? {}).flatMap(([name, inner]) => [
      { path: [...path, name], schema: inner },
      ...placesOf(inner, [...path, name]),
    ]),
    ...(one.items ? [{ path: [...path, 0], schema: one.items }, ...placesOf(one.items, [...path, 0])] : []),
  ]);
}

function put(value: unknown, [step, ...rest]: Place["path"], inner: unknown): unknown {
  if (step === undefined) return inner;
  if (typeof step === "number") return [put(Array.isArray(value) ? value[0] : undefined, rest, inner)];
  const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return { ...fields, [step]: put(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, inner) };
}

function bodyFaults(schema: JsonSchema): fc.Arbitrary<Faulty>[] {
  return alternativesOf(schema).flatMap((one) => {
    const sample = sampleOf(one);
    const faults: Faulty[] = placesOf(one).flatMap(({ path, schema: at }) =>
      strangeValues
        .filter((value) => !canBe(at, value))
        .map((value) => ({
          fault: `${path.join(".")} of another type`,
          body: JSON.stringify(put(sample, path, value)),
        })),
    );
    const missing = (one.required ?? []).map((name) => {
      const { [name]: _, ...rest } = sample as Record<string, unknown>;
      return { fault: `without ${name}`, body: JSON.stringify(rest) };
    });
    const unknown = ["unknown", "__proto__", "constructor", "Name", "", "a\0b", "x".repeat(3_000)].map(
      (name) => ({
        fault: "a field that is none",
        body: `{${JSON.stringify(name)}:1,${JSON.stringify(sample).slice(1)}`.replace(",}", "}"),
      }),
    );
    return [faults, missing, unknown]
      .filter((list) => list.length > 0)
      .map((list) => fc.constantFrom(...list));
  });
}

/** Texts of a body that no field may hold. A name or a reason is refused for them; passwords are not tried here. */
function textFaults(schema: JsonSchema): Faulty[] {
  return alternativesOf(schema).flatMap((one) =>
    placesOf(one)
      .filter(({ path, schema: at }) => {
        const isFree = alternativesOf(at).some(
          ({ type, enum: values, const: only }) => type === "string" && !values && only === undefined,
        );
        return isFree && !String(path.at(-1)).match(/password|updated|cursor/i);
      })
      .flatMap(({ path }) =>
        strangeTexts.map((text) => ({
          fault: `${path.join(".")} of strange text`,
          body: JSON.stringify(put(sampleOf(one), path, text)),
        })),
      ),
  );
}

/** Parameters of a query that cannot be, of those whose values are not free. */
function queryFaults({ parameters }: Operation): Faulty[] {
  const known = parameters.filter(({ in: place }) => place === "query");
  return known.flatMap(({ name, schema }) => {
    const values =
      name === "where"
        ? ["", "x", "name", "name:", "nothing:isExactly:x", "name:like:x", "name:contains:%00"]
        : name === "sort"
          ? ["", "nothing", "--name", "__proto__"]
          : name === "cursor"
            ? ["", "x", "W10", "W251bGwsMSwyXQ"]
            : name === "reason"
              ? ["%00", "x".repeat(201), "%0A"]
              : alternativesOf(schema).some(({ type, enum: values }) => type === "string" && !values)
                ? []
                : ["", "x", "1.5", "-1", "1e3", "99999999999999999999", "%00"];
    return [...values.map((value) => `${name}=${value}`), `${name}[a][b]=1`].map((query) => ({
      fault: `?${query}`,
      path: `?${query}`,
    }));
  });
}

/** Requests of an operation that must be refused. @param pathOf the address of an object that there is */
export function malformedRequests(
  operation: Operation,
  pathOf: (path: string) => string,
): fc.Arbitrary<MalformedRequest> {
  const { path, body, method } = operation;
  const good = { path: pathOf(path), body: body ? JSON.stringify(sampleOf(body)) : undefined, headers: {} };
  const names = [...path.matchAll(/\{\w+\}/g)].map(([name]) => name);
  const addresses: Faulty[] = names.flatMap((name) =>
    strangeNames.map((strange) => ({
      fault: `${name} that is none`,
      path: pathOf(path.replace(name, strange)),
    })),
  );
  const queries = queryFaults(operation);
  const isUpload = path.endsWith("/files");
  const files: Faulty[] = [
    "",
    "\n",
    "nothing\nx",
    "name",
    "description\nx",
    new Uint8Array([0xff, 0xfe, 0x00]),
  ].map((file) => ({ fault: "a file that is none", body: file }));
  const credentials: Faulty[] = [
    "",
    "Basic",
    "Basic %%%",
    "Bearer",
    "Digest x",
    `Bearer ${"x".repeat(3_000)}`,
  ].map((authorization) => ({
    fault: "credentials that are none",
    headers: { authorization },
  }));
  const types: Faulty[] = strangeTypes.map((type) => ({
    fault: type,
    body: "{}",
    headers: { "content-type": type },
  }));
  const broken: Faulty[] = brokenBodies.map((text) => ({ fault: "a body that is none", body: text }));
  const foreign: Faulty[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { origin: "null" },
  ].map((headers) => ({ fault: "a page of another site", headers }));
  const isSignIn = path === "/session" && method === "POST";
  const needsField = body !== null && alternativesOf(body).every(({ required = [] }) => required.length > 0);
  const lists: (readonly Faulty[])[] = [
    addresses,
    queries,
    isSignIn ? [] : credentials,
    method === "GET" ? [] : foreign,
    body || isUpload ? types : [],
    isUpload ? files : [],
    needsField ? broken : [],
    body && !path.startsWith("/session") ? textFaults(body) : [],
  ];
  const faults = lists.filter((list) => list.length > 0).map((list) => fc.constantFrom(...list));
  const all = fc.oneof(...faults, ...(body ? bodyFaults(body) : []));
  return fc.tuple(all, fc.constantFrom(...strangeHeaders)).map(([faulty, noise]) => ({
    operation,
    ...good,
    ...faulty,
    path: faulty.path?.startsWith("?") ? `${good.path}${faulty.path}` : (faulty.path ?? good.path),
    headers: { ...(isUpload ? { "content-type": "text/csv" } : {}), ...noise, ...faulty.headers },
  }));
}
