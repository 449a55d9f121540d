import { oc } from "@orpc/contract";
import { z } from "zod";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import type { ContentRules, Declaration } from "@/lib/configuration/content-rules";
import { listedFields } from "@/lib/configuration/listed-fields";
import { commonListFields } from "@/lib/contract/configuration-fields";
import {
  changeErrors,
  commonErrors,
  createErrors,
  deleteErrors,
  dependencyListSchema,
  dependencyRecordsSchema,
  objectErrors,
} from "@/lib/contract/errors";
import {
  contentChangeSchema,
  reasonSchema,
  restoreQuery,
  revisionListOf,
  revisionSchema,
  revisionsQuery,
} from "@/lib/contract/history";
import { listDescription, listQuerySchema, pageOf } from "@/lib/contract/list";
import { type KindOfObject, objectSchemas } from "@/lib/contract/object-schemas";
import { reassignErrors, reassignFields, reassignPatternFields } from "@/lib/contract/reassign";
import { anyOfKind, kindWords } from "@/lib/contract/reference-words";
import { wholeNumber } from "@/lib/contract/text";

/** How objects of a kind are named in addresses. */
interface Address<Params extends z.ZodRawShape, Query extends z.ZodRawShape, Reassign extends z.ZodRawShape> {
  readonly segment: string;
  readonly params: Params;
  readonly query: Query;
  /** How a request names another object of the kind. */
  readonly reassign: Reassign;
  /** The field by which a list is sorted unless it says otherwise. */
  readonly sort: string;
}

/** Objects known by their names. */
export const byName = {
  segment: "{name}",
  params: { name: z.string() },
  query: {},
  reassign: reassignFields,
  sort: "name",
};

/** Objects told apart by pattern and partition. */
export const byPattern = {
  segment: "{pattern}",
  params: { pattern: z.string() },
  query: {
    partition: z.string().optional().describe("Partition that the pattern is in; none when absent or empty"),
  },
  reassign: reassignPatternFields,
  sort: "pattern",
};

/** The query of a request that may have none: none of its parameters must be given. */
function optionalQuery<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject(fields).prefault({} as z.input<z.ZodObject<Fields>>);
}

interface Resource<
  Params extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Reassign extends z.ZodRawShape,
  Dto extends z.ZodType,
  Create extends z.ZodType,
  Update extends z.ZodType,
  Change extends z.ZodType,
> {
  readonly address: Address<Params, Query, Reassign>;
  /** What lists are searched and sorted by besides the fields of the content: of the answer, or of the table. */
  readonly alsoListed?: readonly string[];
  /** How an object is answered, made and changed: `objectSchemas`. */
  readonly schemas: { readonly object: Dto; readonly create: Create; readonly update: Update };
  /** One change of its history; the changes of fields and items unless the kind tells it in other words. */
  readonly change?: Change;
  /** What operations do that is special about the kind. */
  readonly descriptions?: Readonly<Partial<Record<"create" | "remove" | "restore", string>>>;
}

/** The ten routes that every resource of the configuration has; see docs/api.md. Address and words follow from the kind. */
export function configurationContract<
  Params extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Reassign extends z.ZodRawShape,
  Dto extends z.ZodType,
  Create extends z.ZodType,
  Update extends z.ZodType,
  Change extends z.ZodType = typeof contentChangeSchema,
>(declared: Declaration, resource: Resource<Params, Query, Reassign, Dto, Create, Update, Change>) {
  const { address, schemas, alsoListed = [], descriptions = {} } = resource;
  const path = `/${bulkResourceOf(declared.kind)}` as const;
  const [one, many] = [anyOfKind(declared.kind), `${kindWords(declared.kind)}s`];
  const { object } = schemas;
  const tag = `${many.charAt(0).toUpperCase()}${many.slice(1)}`;
  const change = resource.change ?? (contentChangeSchema as z.ZodType as Change);
  const base = oc.route({ tags: [tag], inputStructure: "detailed" });
  const itemPath = `${path}/${address.segment}` as const;
  const params = z.object(address.params);
  const query = optionalQuery(address.query);
  const revisionParams = params.extend({
    number: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  });
  const item = z.object({ params, query });
  const listQuery = listQuerySchema.extend({ sort: listQuerySchema.shape.sort.default(address.sort) });
  return {
    list: base
      .route({
        method: "GET",
        path,
        summary: `Find ${many}`,
        description: listDescription([...listedFields(declared), ...alsoListed, ...commonListFields], object),
      })
      .errors(commonErrors)
      .input(z.object({ query: listQuery.prefault({}) }))
      .output(pageOf(object)),
    create: base
      .route({
        method: "POST",
        path,
        successStatus: 201,
        summary: `Create ${one}`,
        description: descriptions.create ?? "Fields that are absent have their defaults.",
      })
      .errors(createErrors)
      .input(z.object({ body: schemas.create }))
      .output(object),
    get: base
      .route({ method: "GET", path: itemPath, summary: `Read ${one}` })
      .errors(objectErrors)
      .input(item)
      .output(object),
    update: base
      .route({
        method: "PATCH",
        path: itemPath,
        summary: `Change ${one}`,
        description:
          "Fields that are absent stay as they are, objects within are merged field by field, lists are replaced. " +
          "A change that changes nothing answers the same version.",
      })
      .errors({ ...changeErrors, inUse: deleteErrors.inUse })
      .input(z.object({ params, query, body: schemas.update }))
      .output(object),
    remove: base
      .route({
        method: "DELETE",
        path: itemPath,
        successStatus: 204,
        summary: `Delete ${one}`,
        description: descriptions.remove ?? "Refused while other objects use it; see /dependencies.",
      })
      .errors(deleteErrors)
      .input(
        z.object({
          params,
          query: optionalQuery({ ...address.query, reason: reasonSchema }),
        }),
      )
      .output(z.void()),
    dependencies: base
      .route({
        method: "GET",
        path: `${itemPath}/dependencies`,
        summary: `List the objects that use ${one}`,
      })
      .errors(objectErrors)
      .input(item)
      .output(dependencyRecordsSchema),
    reassign: base
      .route({
        method: "POST",
        path: `${itemPath}/reassign`,
        summary: `Let what uses ${one} use another one`,
        description: "All of them or, when one cannot, none. Answers the objects that used it.",
      })
      .errors(reassignErrors)
      .input(z.object({ params, query, body: z.strictObject(address.reassign) }))
      .output(dependencyListSchema),
    revisions: base
      .route({
        method: "GET",
        path: `${itemPath}/revisions`,
        summary: `Read the history of ${one}, newest first`,
        description: "Also of one that was deleted, by its name as it was, as long as no other has it.",
      })
      .errors(objectErrors)
      .input(
        z.object({
          params,
          query: optionalQuery({ ...address.query, ...revisionsQuery }),
        }),
      )
      .output(revisionListOf(change)),
    revision: base
      .route({
        method: "GET",
        path: `${itemPath}/revisions/{number}`,
        summary: `Read an old revision of ${one}`,
      })
      .errors(objectErrors)
      .input(z.object({ params: revisionParams, query }))
      .output(revisionSchema),
    restore: base
      .route({
        method: "POST",
        path: `${itemPath}/revisions/{number}/restore`,
        summary: `Make an old revision of ${one} the newest`,
        description: descriptions.restore ?? "What names the object stays as it is.",
      })
      .errors(changeErrors)
      .input(
        z.object({
          params: revisionParams,
          query: optionalQuery({ ...address.query, ...restoreQuery }),
        }),
      )
      .output(object),
  };
}

/** The same of a kind of which no more is to be said than of its fields, and whose objects are known by their names. */
export function namedContract<Content extends object, Extra extends z.ZodRawShape = Record<never, never>>(
  rules: ContentRules<Content>,
  own: KindOfObject<Content, Extra> = {},
) {
  return configurationContract(rules, { address: byName, schemas: objectSchemas(rules, own) });
}
