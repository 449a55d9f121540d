"use client";

import { parseAsNativeArrayOf, parseAsString, useQueryStates } from "nuqs";
import {
  type FieldValue,
  type UpdateField,
  valuesInAddress,
  valuesOfAddress,
} from "@/components/console/object/update-fields";

/**
 * What is typed on *Update*, and the check of it, kept in the address: Back from a check, or from its job, finds everything as it
 * was. A check stands for what was checked: whatever changes takes it away.
 */
export function useUpdateDraft(fields: readonly UpdateField[]) {
  const [state, setState] = useQueryStates(
    {
      set: parseAsNativeArrayOf(parseAsString),
      empty: parseAsNativeArrayOf(parseAsString),
      chosen: parseAsString,
      of: parseAsString,
      check: parseAsString,
      // The filter itself is the list's.
      where: parseAsNativeArrayOf(parseAsString),
      match: parseAsString,
    },
    { history: "replace" },
  );
  return {
    values: valuesOfAddress(fields, state.set, state.empty),
    change: (values: readonly FieldValue[]) => void setState({ ...valuesInAddress(values), check: null }),
    /** Rows that were kept under this key. */
    chosen: state.chosen,
    /** The objects of this job. */
    of: state.of,
    chooseByFilter: () =>
      void setState({ chosen: null, of: null, check: null, where: null, match: null }, { history: "push" }),
    check: state.check,
    showCheck: (jobId: string) => void setState({ check: jobId }, { history: "push" }),
    dropCheck: () => void setState({ check: null }),
  };
}

export type UpdateDraft = ReturnType<typeof useUpdateDraft>;
