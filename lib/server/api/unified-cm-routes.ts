import { implement } from "@orpc/server";
import { contract } from "@/lib/contract/contract";
import { noBytes } from "@/lib/server/api/file-upload";
import { type RequestContext, serviceContext } from "@/lib/server/api/request-context";
import { storeUnifiedCmFile } from "@/lib/server/services/unified-cm/store-file";

const api = implement(contract).$context<RequestContext>().unifiedCm;

/** The routes of files of Unified CM, bound to their services. */
export const unifiedCmRoutes = {
  storeFile: api.storeFile.handler(({ context, input }) =>
    storeUnifiedCmFile(serviceContext(context), {
      name: input.query.name ?? "",
      bytes: context.file ?? noBytes(),
    }),
  ),
};
