import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { problemCodes } from "@/lib/configuration/problem";
import { contract } from "@/lib/contract/contract";
import { listOperators } from "@/lib/contract/list";

const description = `
The API of Ringback's console. Programs sign in with HTTP Basic (a console user) or with an API key
(\`Authorization: Bearer …\`). Lists take \`where=field:operator:value\` (repeatable; operators
${listOperators.join(", ")}), \`match\`, \`sort\`, \`limit\` and \`cursor\`. A change names the \`version\` it is based on.

Every error is \`{ "code", "status", "message", "data": { "problems": [{ "path", "code", "params" }] } }\`. Codes are
stable; the message follows the Accept-Language header (English, Korean).
Codes of problems: ${problemCodes.join(", ")}.
`.trim();

let document: Promise<object> | undefined;

/** The OpenAPI 3.1 document of the API, generated from the contract once per process. */
export function openApiDocument(): Promise<object> {
  document ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
    contract,
    {
      info: { title: "Ringback API", version: "1", description },
      servers: [{ url: "/api/v1" }],
      security: [{ basic: [] }, { apiKey: [] }],
      components: {
        securitySchemes: {
          basic: { type: "http", scheme: "basic" },
          apiKey: { type: "http", scheme: "bearer" },
        },
      },
    },
  );
  return document;
}
