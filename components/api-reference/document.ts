/** The parts of an OpenAPI document that the reference page shows. */
export interface ApiDocument {
  info: { description?: string };
  servers?: { url: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components?: { schemas?: Record<string, ApiSchema> };
}

export interface ApiOperation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: ApiSchema }[];
  requestBody?: { content: Record<string, { schema?: ApiSchema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: ApiSchema }> }>;
}

export interface ApiSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, ApiSchema>;
  required?: string[];
  items?: ApiSchema;
  anyOf?: ApiSchema[];
  oneOf?: ApiSchema[];
  allOf?: ApiSchema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
  format?: string;
}

/** An operation with the address and method under which the document has it. */
export interface ListedOperation extends ApiOperation {
  method: string;
  path: string;
}

/** The operations by their first tag, in the order of the document. */
export function operationsByTag(document: ApiDocument): Map<string, ListedOperation[]> {
  const groups = new Map<string, ListedOperation[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? "";
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method: method.toUpperCase(), path }]);
    }
  }
  return groups;
}

/** The schema itself where the document only refers to it. */
export function resolved(schema: ApiSchema, document: ApiDocument): ApiSchema {
  const name = schema.$ref?.split("/").at(-1);
  return (name && document.components?.schemas?.[name]) || schema;
}

/** The stable codes with which a response refuses, read from its schema. */
export function errorCodes(schema: ApiSchema | undefined, document: ApiDocument): string[] {
  if (!schema) return [];
  const known = resolved(schema, document);
  const alternatives = known.oneOf ?? known.anyOf ?? [known];
  return alternatives.flatMap((alternative) => {
    const code = resolved(alternative, document).properties?.code;
    return code?.const === undefined ? [] : [String(code.const)];
  });
}
