import { expect, test } from "vitest";
import { contract } from "@/lib/contract/contract";
import { apiErrors } from "@/lib/server/api/api-errors";
import { openApiDocument } from "@/lib/server/api/openapi";

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  security?: object[];
}

const document = JSON.parse(JSON.stringify(await openApiDocument())) as {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: unknown;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
  security: Record<string, string[]>[];
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** All values of a key anywhere below a value. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    ...(name === key ? [child] : []),
    ...valuesOf(key, child),
  ]);
}

/** The schemas of which a value has one: what a reference leads to, and each of several. */
function alternativesOf(schema: object): object[] {
  const { $ref, anyOf, oneOf } = schema as { $ref?: string; anyOf?: object[]; oneOf?: object[] };
  const target = $ref && document.components.schemas[$ref.replace("#/components/schemas/", "")];
  if (target) return alternativesOf(target);
  const several = anyOf ?? oneOf;
  return several ? several.flatMap(alternativesOf) : [schema];
}

/** Method and path of every procedure of the contract. */
function routesOf(router: object): string[] {
  return Object.values(router).flatMap((part: object) => {
    const route = (part as { "~orpc"?: { route: { method: string; path: string } } })["~orpc"]?.route;
    return route ? [`${route.method} ${route.path}`] : routesOf(part);
  });
}

test("the document is OpenAPI 3.1 for /api/v1 and names how to sign in", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.servers).toEqual([{ url: "/api/v1" }]);
  expect(document.info).toMatchObject({ title: "Ringback API", version: expect.any(String) });
  const schemes = document.security.flatMap((alternative) => Object.keys(alternative));
  expect(schemes.sort()).toEqual(Object.keys(document.components.securitySchemes).sort());
});

test("it has every path of the contract, and nothing else", () => {
  const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(documented.sort()).toEqual(routesOf(contract).sort());
  expect(document.paths).not.toHaveProperty(["/openapi.json"]);
});

test("every operation has an id of its own, a summary, a tag, and a parameter for each part of its path", () => {
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, summary, tags, parameters = [] } of operations) {
    expect(summary, path).toMatch(/^[A-Z].+[^.]$/);
    expect(tags, path).toHaveLength(1);
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name)).toEqual(wanted);
    for (const parameter of inPath) expect(parameter.required).toBe(true);
    expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
  }
});

test("every response has a description and every reference leads to a schema", () => {
  for (const { path, responses } of operations) {
    const statuses = Object.keys(responses);
    expect(
      statuses.filter((status) => status.startsWith("2")),
      path,
    ).toHaveLength(1);
    for (const [status, { description }] of Object.entries(responses)) {
      expect(description, `${path} ${status}`).toMatch(/[a-z]/i);
    }
  }
  for (const reference of valuesOf("$ref", document)) {
    expect(document.components.schemas).toHaveProperty([
      String(reference).replace("#/components/schemas/", ""),
    ]);
  }
});

test("every error code of the API is listed with its status and its words, and used by a response of that status", () => {
  for (const [code, { status, message }] of Object.entries(apiErrors)) {
    expect(document.info.description).toContain(`| ${code} | ${status} | ${message} |`);
    const schema = document.components.schemas[`Error_${code}`];
    expect(schema, code).toMatchObject({ properties: { code: { const: code }, status: { const: status } } });
    const users = operations.flatMap(({ responses }) =>
      Object.entries(responses).filter(([, response]) =>
        valuesOf("$ref", response).includes(`#/components/schemas/Error_${code}`),
      ),
    );
    expect(users.length, code).toBeGreaterThan(0);
    expect(new Set(users.map(([used]) => used))).toEqual(new Set([String(status)]));
  }
});

test("what every request can end with is at every operation", () => {
  for (const { path, method, responses, requestBody } of operations) {
    const codes = Object.values(responses).flatMap((response) =>
      valuesOf("$ref", response).map((name) => String(name).replace(/^.*Error_/, "")),
    );
    const wanted = ["malformedRequest", "notSignedIn", "tooManyAttempts", "validationFailed", "internal"];
    if (method !== "get") wanted.push("foreignPage");
    if (requestBody) wanted.push("tooLarge", "unsupportedMediaType");
    expect(codes, `${method} ${path}`).toEqual(expect.arrayContaining(wanted));
  }
});

test("requests refuse fields that the document does not name", () => {
  for (const { path, requestBody } of operations) {
    const schema = requestBody?.content["application/json"]?.schema;
    for (const one of schema ? alternativesOf(schema) : [])
      expect(one, path).toMatchObject({ type: "object", additionalProperties: false });
  }
});

test("signing in needs no credentials, and everything else does", () => {
  const open = operations.filter(({ security }) => security !== undefined);
  expect(open.map(({ method, path, security }) => ({ method, path, security }))).toEqual([
    { method: "post", path: "/session", security: [] },
  ]);
});
