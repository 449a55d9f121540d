"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { contentOfFields, type Fields } from "@/components/common-device-configuration/content";
import { ConfigurationFieldSet } from "@/components/common-device-configuration/field-set";
import { useClusterObjects } from "@/components/common-device-configuration/use-cluster-objects";
import { useConfigurationForm } from "@/components/common-device-configuration/use-configuration-form";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { refusalOf } from "@/lib/client/api-error";
import {
  commonDeviceConfigurationQuery,
  createCommonDeviceConfigurationMutation,
  refreshCommonDeviceConfigurations,
} from "@/lib/client/common-device-configuration";
import { commonDeviceConfigurationListPath, commonDeviceConfigurationPath } from "@/lib/client/paths";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";

type NewConfigurationFormProps = {
  initial: CommonDeviceConfigurationContent;
  /** The configuration that the fields were copied from. */
  copyOf?: string;
};

/** The form of a configuration that is not stored yet. */
export function NewConfigurationForm({ initial, copyOf }: NewConfigurationFormProps) {
  const t = useTranslations();
  const status = useStatus();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const { offered, known } = useClusterObjects();
  const configurationForm = useConfigurationForm(initial, known);
  const create = useMutation(createCommonDeviceConfigurationMutation());
  useUnsavedChanges(configurationForm.form.formState.isDirty && !create.isSuccess);

  async function store(fields: Fields) {
    status.clear();
    try {
      const created = await create.mutateAsync({ body: contentOfFields(fields) });
      client.setQueryData(commonDeviceConfigurationQuery(created.name).queryKey, created);
      void refreshCommonDeviceConfigurations(client);
      const path = commonDeviceConfigurationPath(created.name);
      const detail = t("commonDeviceConfiguration.addedNext");
      status.show({ tone: "good", text: t("configuration.status.added"), detail }, { forPath: path });
      navigate(path, { isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      configurationForm.showProblems(refusal.problems);
      const text = t("configuration.status.notSaved");
      status.show({ tone: "bad", text, detail: refusalText(refusal) });
    }
  }
  const submit = () => void configurationForm.submit(store);

  return (
    <Page
      at="commonDeviceConfiguration"
      title={t("commonDeviceConfiguration.title")}
      below={[{ label: t("common.addNew") }]}
      relatedLinks={[
        { id: "list", label: t("common.backToFindList"), href: commonDeviceConfigurationListPath },
      ]}
      actions={
        <ToolbarButton
          id="save"
          icon={<Save aria-hidden />}
          label={t("common.save")}
          keys="Ctrl+S"
          variant="primary"
          isPending={create.isPending}
          onPress={submit}
        />
      }
    >
      <div className="flex flex-col gap-4 p-4">
        {copyOf === undefined ? null : (
          <p className="font-medium">{t("commonDeviceConfiguration.copyOf", { name: copyOf })}</p>
        )}
        <ConfigurationFieldSet
          configurationForm={configurationForm}
          offered={offered}
          onSubmit={submit}
          isNew
        />
      </div>
    </Page>
  );
}
