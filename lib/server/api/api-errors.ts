import { bulkErrors } from "@/lib/contract/bulk";
import { deviceErrors } from "@/lib/contract/device";
import { changeErrors, deleteErrors, transportErrors } from "@/lib/contract/errors";
import { jobErrors } from "@/lib/contract/job";
import { reassignErrors } from "@/lib/contract/reassign";
import { simulationErrors } from "@/lib/contract/simulation";
import { unifiedCmErrors } from "@/lib/contract/unified-cm";
import { userErrors } from "@/lib/contract/user";

/** Every error of the API by its stable code. */
export const apiErrors: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  ...changeErrors,
  ...deleteErrors,
  ...reassignErrors,
  ...userErrors,
  ...jobErrors,
  ...bulkErrors,
  ...unifiedCmErrors,
  ...deviceErrors,
  ...simulationErrors,
  ...transportErrors,
};

/** Status and English words of a code; a code that is none is a mistake of ours. */
export function apiErrorOf(code: string): { readonly status: number; readonly message: string } {
  return apiErrors[code] ?? transportErrors.internal;
}
