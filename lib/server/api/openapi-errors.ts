import { transportErrors } from "@/lib/contract/errors";
import { longestIdempotencyKey } from "@/lib/server/api/answer-once";
import { apiErrorOf, apiErrors } from "@/lib/server/api/api-errors";
import { makesAnew } from "@/lib/server/api/routes";

interface Reference {
  $ref: string;
}
interface Response {
  description: string;
  content?: Record<string, { schema: Partial<Reference> & { oneOf?: Reference[] } }>;
}
type Responses = Record<string, Response>;

/** The OpenAPI document, as far as it is read here. */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<
    string,
    Record<string, { responses: Responses; requestBody?: unknown; parameters?: unknown[] }>
  >;
  components: { schemas: Record<string, unknown> };
}

const idempotencyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", minLength: 1, maxLength: longestIdempotencyKey },
  description:
    "Made up by the program, a new one for each new request. The same request with the same key is done once and " +
    "answered the same for 24 hours, then with `Idempotency-Replayed: true`.",
};

/** Code, English words, whether there must be data, and its schema, as the generator tells them. */
type Definition = [code: string, message: string, isDataRequired: boolean, data: unknown];

const json = "application/json";
const schemaPrefix = "#/components/schemas/Error_";
const reference = (code: string): Reference => ({ $ref: `${schemaPrefix}${code}` });

/** All codes with their statuses, as a table in Markdown. */
export function apiErrorTable(): string {
  const rows = Object.entries(apiErrors)
    .sort(([, one], [, other]) => one.status - other.status)
    .map(([code, { status, message }]) => `| ${code} | ${status} | ${message} |`);
  return ["| code | status | |", "|---|---|---|", ...rows].join("\n");
}

/** Collects the schema of each error once; `response` is what a response refers to. */
export function collectErrors() {
  const schemas: Record<string, unknown> = {};
  const add = ([code, message, isDataRequired, data]: Definition): Reference => {
    schemas[`Error_${code}`] ??= {
      type: "object",
      description: message,
      properties: {
        code: { const: code },
        status: { const: apiErrorOf(code).status },
        message: {
          type: "string",
          description: "In the language of the Accept-Language header",
          examples: [message],
        },
        data,
      },
      required: ["code", "status", "message", ...(isDataRequired ? ["data"] : [])],
    };
    return reference(code);
  };
  return { schemas, add, response: (definitions: Definition[]) => ({ oneOf: definitions.map(add) }) };
}

/**
 * Completes the document: what a request can end with before or after its procedure, the schemas of the errors, and
 * a sentence for each response.
 */
export function withErrors(
  document: OpenApiDocument,
  { schemas, add }: ReturnType<typeof collectErrors>,
): OpenApiDocument {
  for (const [code, { message }] of Object.entries(transportErrors)) add([code, message, false, {}]);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { responses, requestBody } = operation;
      const success = Number(Object.keys(responses).find((status) => status.startsWith("2")));
      if (makesAnew({ method: method.toUpperCase(), path, success })) {
        operation.parameters = [...(operation.parameters ?? []), idempotencyParameter];
        for (const code of ["requestUnderway", "idempotencyKeyReused"]) addResponse(responses, code);
      }
      addResponse(responses, "methodNotAllowed");
      addResponse(responses, "internal");
      addResponse(responses, "databaseUnavailable");
      if (method !== "get") addResponse(responses, "foreignPage");
      if (requestBody) addResponse(responses, "tooLarge");
      if (requestBody || method === "post") addResponse(responses, "unsupportedMediaType");
      for (const response of Object.values(responses)) describeErrors(response);
    }
  }
  const { components } = document;
  return { ...document, components: { ...components, schemas: { ...components.schemas, ...schemas } } };
}

/** The schemas that a response can have; the generator writes a single one without `oneOf`. */
function alternativesOf(response: Response | undefined): Reference[] {
  const { $ref, oneOf = [] } = response?.content?.[json]?.schema ?? {};
  return $ref === undefined ? oneOf : [{ $ref }];
}

function addResponse(responses: Responses, code: string): void {
  const status = String(apiErrorOf(code).status);
  const schema = { oneOf: [...alternativesOf(responses[status]), reference(code)] };
  responses[status] = { description: status, content: { [json]: { schema } } };
}

/** Says in a response's description which errors it can be, instead of repeating the status. */
function describeErrors(response: Response): void {
  const codes = alternativesOf(response)
    .filter(({ $ref }) => $ref.startsWith(schemaPrefix))
    .map(({ $ref }) => $ref.slice(schemaPrefix.length));
  if (codes.length === 0) return;
  response.description = codes.map((code) => `${code}: ${apiErrorOf(code).message}`).join(" ");
}
