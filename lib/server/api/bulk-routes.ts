import { Readable } from "node:stream";
import { implement } from "@orpc/server";
import { type BulkResource, bulkResources } from "@/lib/configuration/bulk-resources";
import type { Problem } from "@/lib/configuration/problem";
import { contract } from "@/lib/contract/contract";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import { columnHeading } from "@/lib/i18n/column-label";
import { columnOfHeading } from "@/lib/i18n/column-of-heading";
import { type Locale, locales } from "@/lib/i18n/locales";
import { problemText } from "@/lib/i18n/problem-text";
import { translatorFor } from "@/lib/i18n/translator";
import { noBytes } from "@/lib/server/api/file-upload";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { exportObjects } from "@/lib/server/services/bulk/export";
import { exportFailedRows } from "@/lib/server/services/bulk/failed-rows";
import { saveRows } from "@/lib/server/services/bulk/save-rows";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startImport } from "@/lib/server/services/bulk/start-import";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { storeFile } from "@/lib/server/services/bulk/store-file";
import { definitions } from "@/lib/server/services/configuration/definitions";

const api = implement(contract).$context<RequestContext>().bulk;

const definitionOf = (resource: BulkResource) => definitions[bulkResources[resource]];

/** A file that is written while it is sent. */
function csvAnswer(bytes: AsyncIterable<Uint8Array>, name: string) {
  return {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
    },
    body: Readable.toWeb(Readable.from(bytes)),
  };
}

/** Problems in the first language of the request that the console speaks. */
async function problemWords(headers: Headers): Promise<(problem: Problem) => string> {
  const translate = await translatorFor(acceptedLocale(headers.get("accept-language")));
  return (problem) => problemText(translate, problem);
}

/** The headings of files of a resource in a language. */
async function headingsIn(locale: Locale, resource: BulkResource): Promise<(column: string) => string> {
  const translate = await translatorFor(locale);
  return (column) => columnHeading(translate, bulkResources[resource], column);
}

/** The routes of bulk administration, bound to their services. */
export const bulkRoutes = {
  export: api.export.handler(async ({ context, input }) => {
    const { params, query } = input;
    const { headings = "names", ...rest } = query;
    const bytes = await exportObjects(serviceContext(context), definitionOf(params.resource), {
      ...{ ...rest, bom: query.bom === "true" },
      ...(headings === "names" ? {} : { headingOf: await headingsIn(headings, params.resource) }),
    });
    return csvAnswer(bytes, params.resource);
  }),
  storeFile: api.storeFile.handler(async ({ context, input }) => {
    const definition = definitionOf(input.params.resource);
    return storeFile(serviceContext(context), definition, {
      name: input.query.name ?? "",
      bytes: context.file ?? noBytes(),
      columnOf: columnOfHeading(definition.rules, await Promise.all(locales.map(translatorFor))),
    });
  }),
  import: api.import.handler(({ context, input }) =>
    startImport(serviceContext(context), definitionOf(input.params.resource), input.body),
  ),
  update: api.update.handler(({ context, input }) =>
    startUpdate(serviceContext(context), definitionOf(input.params.resource), input.body),
  ),
  save: api.save.handler(({ context, input }) =>
    saveRows(serviceContext(context), definitionOf(input.params.resource), input.body),
  ),
  delete: api.delete.handler(({ context, input }) =>
    startDelete(serviceContext(context), definitionOf(input.params.resource), input.body),
  ),
  failedRows: api.failedRows.handler(async ({ context, input }) => {
    const words = await problemWords(context.requestHeaders);
    const bytes = await exportFailedRows(serviceContext(context), input.params.id, words);
    return csvAnswer(bytes, "failed-rows");
  }),
};
