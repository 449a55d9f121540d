"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { contentOf, contentPatch, type Patch } from "@/components/common-device-configuration/content";
import { useSaveObject } from "@/components/console/use-save-object";
import {
  commonDeviceConfigurationQuery,
  refreshCommonDeviceConfigurations,
  updateCommonDeviceConfigurationMutation,
} from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationPath } from "@/lib/client/paths";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

/** Saves a configuration and tells the outcome in the status line; a stale save waits in `stale` to be settled. */
export function useSaveConfiguration() {
  const client = useQueryClient();
  const { mutateAsync } = useMutation(updateCommonDeviceConfigurationMutation());
  return useSaveObject<CommonDeviceConfigurationDto, CommonDeviceConfigurationContent, Patch>({
    contentOf,
    patchOf: contentPatch,
    update: (name, body) => mutateAsync({ params: { name }, body }),
    onSaved: (saved, isRenamed) => {
      client.setQueryData(commonDeviceConfigurationQuery(saved.name).queryKey, saved);
      // A renamed configuration is not there any more under the name that this page still shows.
      void refreshCommonDeviceConfigurations(client, { refetch: !isRenamed });
    },
    pathOf: commonDeviceConfigurationPath,
  });
}
