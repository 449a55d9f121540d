"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";
import { listSettingsQuery, setListSettingsMutation } from "@/lib/client/list-view";
import { shownColumns } from "@/lib/client/list-view-address";
import { initialListSettings, type ListName } from "@/lib/configuration/list-view";
import type { ListSettingsDto } from "@/lib/contract/list-view";

export type ListSettings = Omit<ListSettingsDto, "defaultView"> &
  Pick<Partial<ListSettingsDto>, "defaultView">;

/** How the person sees a list, and how to change it: shown at once, and remembered with the person. */
export function useListSettings(list: ListName) {
  const client = useQueryClient();
  const { show } = useStatus();
  const refusalText = useRefusalText();
  const query = listSettingsQuery(list);
  const { data } = useQuery(query);
  const { mutate } = useMutation({
    ...setListSettingsMutation(),
    // One after the other, so that the last change is what is remembered.
    scope: { id: `list settings of ${list}` },
    onError: (error) => {
      show({ tone: "bad", text: refusalText(refusalOf(error)) });
      // What is remembered is what it was before.
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  // Named by the address that the default view opens; what is chosen by hand then takes the place of its columns.
  const [opened, setOpened] = useQueryState("view", parseAsString);
  const remembered: ListSettings = data ?? initialListSettings;
  const settings: ListSettings = { ...remembered, columns: shownColumns(remembered, opened) };
  return {
    settings,
    change: (change: Partial<Pick<ListSettings, "columns" | "rowsPerPage" | "density">>) => {
      client.setQueryData(query.queryKey, (before) => before && { ...before, ...change });
      if (change.columns !== undefined) void setOpened(null);
      mutate({ params: { list }, body: change });
    },
  };
}
