import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { apiKeySchema } from "@/lib/contract/api-key";
import { changeEventSchema, requestSchema, traceEntrySchema } from "@/lib/contract/call-back";
import { changeSchema } from "@/lib/contract/change";
import { contract } from "@/lib/contract/contract";
import { dependencySchema, problemSchema } from "@/lib/contract/errors";
import { listOperators } from "@/lib/contract/list";
import { phoneActionSchema } from "@/lib/contract/phone-operation";
import { sessionSchema } from "@/lib/contract/session";
import { softkeysSchema, softkeyTemplateSchema } from "@/lib/contract/softkey-template";
import { userSchema } from "@/lib/contract/user";
import {
  apiErrorTable,
  collectErrors,
  type OpenApiDocument,
  withErrors,
} from "@/lib/server/api/openapi-errors";

const description = `
The API of Ringback's console: whatever the console can do, a program can do.

**Signing in.** Send HTTP Basic with the name and password of a console user, or an API key of one as
\`Authorization: Bearer …\`. A program has the role of its user, or the
narrower one that its key is limited to. With a key it makes neither users, roles, passwords nor keys.
\`superUser\` may do everything; \`phoneAdministrator\` changes templates, common device configurations, phones, their numbers,
device profiles and CTI route points, and reads the rest but users; \`readOnly\` reads the configuration and users. Everybody
changes their own password, full name and keys.

**Objects** are known by their names, which are percent-encoded in addresses (\`Standard%20User\`); letter case makes
no difference. POST and PATCH answer the whole object. PATCH names the \`version\` it is based on and leaves out what
stays; what was read may be sent back whole.

**Lists** take \`where=field:operator:value\` (repeatable; ${listOperators.join(", ")}), \`match=all|any\`, \`sort\`,
\`limit\` and \`cursor\`, and answer \`items\`, \`nextCursor\` (null on the last page) and \`total\`. Comparisons ignore
letter case.

**Once only.** A POST that makes an object or a job takes an \`Idempotency-Key\`: the same request with the same key is
done once, however often it is sent within 24 hours, and always answered the same. With sign-ins, API keys and
what a person does at a phone the header does nothing.

**Errors** are \`{ "code", "status", "message", "data" }\`. Codes are stable; the message follows the Accept-Language
header (English, Korean); \`data.problems\` tells field by field what is wrong. Every answer names its request in
\`x-request-id\`. A request that is refused has changed nothing. What may be tried again later (429, \`databaseUnavailable\`) comes with
\`Retry-After\` in seconds.

**Health** is told to anybody, outside of these paths: \`GET /api/health/live\` answers 200 while the process runs,
\`GET /api/health/ready\` 200 or, within two seconds, 503 with the \`reason\`. \`GET /metrics\` answers in the text format of
Prometheus, to the API key of a Super User.

${apiErrorTable()}
`.trim();

const output = "output" as const;
const commonSchemas = {
  SoftkeyTemplate: { schema: softkeyTemplateSchema, strategy: output },
  Softkeys: { schema: softkeysSchema, strategy: output },
  User: { schema: userSchema, strategy: output },
  ApiKey: { schema: apiKeySchema, strategy: output },
  Session: { schema: sessionSchema, strategy: output },
  Change: { schema: changeSchema, strategy: output },
  Dependency: { schema: dependencySchema, strategy: output },
  CallBackRequest: { schema: requestSchema, strategy: output },
  TraceEntry: { schema: traceEntrySchema, strategy: output },
  ChangeEvent: { schema: changeEventSchema, strategy: output },
  PhoneAction: { schema: phoneActionSchema, strategy: output },
  Problem: { schema: problemSchema, strategy: output },
};

let document: Promise<OpenApiDocument> | undefined;

/** The OpenAPI 3.1 document of the API, generated from the contract once per process. */
export function openApiDocument(): Promise<OpenApiDocument> {
  document ??= generate();
  return document;
}

async function generate(): Promise<OpenApiDocument> {
  const errors = collectErrors();
  const generated = await new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter()],
  }).generate(contract, {
    info: { title: "Ringback API", version: "1", description },
    servers: [{ url: "/api/v1" }],
    security: [{ basic: [] }, { apiKey: [] }],
    components: {
      securitySchemes: {
        basic: { type: "http", scheme: "basic", description: "Name and password of a console user" },
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key, made under User Management > API Key",
        },
      },
    },
    commonSchemas,
    customErrorResponseBodySchema: errors.response,
  });
  return withErrors(generated as unknown as OpenApiDocument, errors);
}
