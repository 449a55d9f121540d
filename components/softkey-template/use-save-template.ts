"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWaiting } from "@/components/console/device/use-waiting";
import { type StaleSave, useSaveObject } from "@/components/console/use-save-object";
import { contentOf, templatePatch } from "@/components/softkey-template/content";
import { refreshPending } from "@/lib/client/device";
import {
  refreshSoftkeyTemplates,
  softkeyTemplateQuery,
  updateSoftkeyTemplateMutation,
} from "@/lib/client/softkey-template";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

export type StaleTemplateSave = StaleSave<SoftkeyTemplateDto, SoftkeyTemplateContent>;

/**
 * Saves a template and tells the outcome in the status line; a stale save waits in `stale` to be settled.
 * @param pathOf the address of the page that shows the saved template, which a rename changes
 */
export function useSaveTemplate(pathOf: (name: string) => string) {
  const client = useQueryClient();
  const { mutateAsync } = useMutation(updateSoftkeyTemplateMutation());
  const waiting = useWaiting();
  return useSaveObject<SoftkeyTemplateDto, SoftkeyTemplateContent, ReturnType<typeof templatePatch>>({
    contentOf,
    patchOf: templatePatch,
    update: ({ name }, body) => mutateAsync({ params: { name }, body }),
    onSaved: (saved, isRenamed) => {
      client.setQueryData(softkeyTemplateQuery(saved.name).queryKey, saved);
      // A renamed template is not there any more under the name that this page still shows.
      void refreshSoftkeyTemplates(client, { refetch: !isRenamed });
      void refreshPending(client);
    },
    pathOf: ({ name }) => pathOf(name),
    afterwards: (saved) => waiting("softkeyTemplate", saved),
  });
}
