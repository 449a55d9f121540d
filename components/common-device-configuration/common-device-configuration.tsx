"use client";

import { Copy, Plus, Save, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import {
  contentOf,
  contentOfFields,
  contentPatch,
  fieldsOf,
} from "@/components/common-device-configuration/content";
import { DeleteConfiguration } from "@/components/common-device-configuration/delete-configuration";
import { ConfigurationFieldSet } from "@/components/common-device-configuration/field-set";
import { ReadOnlyNotice } from "@/components/common-device-configuration/read-only-notice";
import { useConfigurationLinks } from "@/components/common-device-configuration/related-links";
import { SettleStaleSave } from "@/components/common-device-configuration/settle-stale-save";
import { useClusterObjects } from "@/components/common-device-configuration/use-cluster-objects";
import { useConfigurationForm } from "@/components/common-device-configuration/use-configuration-form";
import { useSaveConfiguration } from "@/components/common-device-configuration/use-save-configuration";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { ObjectFacts } from "@/components/console/object-facts";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import { useEditBase } from "@/components/console/use-edit-base";
import { commonDeviceConfigurationPath, newCommonDeviceConfigurationPath } from "@/lib/client/paths";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type ConfigurationProps = { configuration: CommonDeviceConfigurationDto; mayUpdate: boolean };

/** *Common Device Configuration Configuration* of one that is stored (CD-01, CD-02). */
export function CommonDeviceConfiguration({ configuration, mayUpdate }: ConfigurationProps) {
  const t = useTranslations();
  const router = useRouter();
  const navigate = useNavigate();
  const links = useConfigurationLinks(configuration.name, "configuration");
  const [isDeleting, setDeleting] = useState(false);
  const { offered, known } = useClusterObjects();
  const { base, follow } = useEditBase(configuration);
  const before = contentOf(base);
  const configurationForm = useConfigurationForm(before, known);
  const { form, restart, submit: submitForm, showProblems } = configurationForm;
  const typed = contentOfFields({ ...fieldsOf(before), ...useWatch({ control: form.control }) });
  const isUnsaved = Object.keys(contentPatch(before, typed)).length > 0;
  follow(isUnsaved);
  const shown = useRef(base);
  useEffect(() => {
    // What a save has stored is shown already, together with what was typed since.
    if (shown.current === base) return;
    shown.current = base;
    restart(fieldsOf(contentOf(base)));
  }, [restart, base]);
  useUnsavedChanges(isUnsaved);
  const saving = useSaveConfiguration();

  async function save(
    from: CommonDeviceConfigurationDto,
    content: CommonDeviceConfigurationContent,
    reason?: string,
  ) {
    const sent = { ...form.getValues() };
    const result = await saving.save(from, content, reason);
    if ("problems" in result) return showProblems(result.problems);
    const { saved } = result;
    shown.current = saved;
    follow(false, saved);
    restart(fieldsOf(contentOf(saved)), sent);
    if (saved.name !== configuration.name) router.replace(commonDeviceConfigurationPath(saved.name));
  }
  const submit = () => void submitForm((fields) => save(base, contentOfFields(fields)));

  return (
    <Page
      at="commonDeviceConfiguration"
      title={t("commonDeviceConfiguration.title")}
      below={[{ label: configuration.name }]}
      badges={isUnsaved ? <UnsavedBadge /> : null}
      relatedLinks={links}
      actions={
        mayUpdate ? (
          <>
            <ToolbarButton
              id="save"
              icon={<Save aria-hidden />}
              label={t("common.save")}
              keys="Ctrl+S"
              variant="primary"
              isPending={saving.isPending}
              onPress={submit}
            />
            <ToolbarButton
              id="delete"
              icon={<Trash2 aria-hidden />}
              label={t("common.delete")}
              onPress={() => setDeleting(true)}
            />
            <ToolbarButton
              id="copy"
              icon={<Copy aria-hidden />}
              label={t("common.copy")}
              onPress={() => navigate(newCommonDeviceConfigurationPath(configuration.name))}
            />
            <ToolbarButton
              id="addNew"
              icon={<Plus aria-hidden />}
              label={t("common.addNew")}
              onPress={() => navigate(newCommonDeviceConfigurationPath())}
            />
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-6 p-4">
        {mayUpdate ? null : <ReadOnlyNotice />}
        <ConfigurationFieldSet
          configurationForm={configurationForm}
          offered={offered}
          onSubmit={submit}
          isReadOnly={!mayUpdate}
        />
        <ObjectFacts
          object={configuration}
          dependenciesPath={commonDeviceConfigurationPath(configuration.name, "dependency-records")}
          historyPath={commonDeviceConfigurationPath(configuration.name, "history")}
        />
      </div>
      {isDeleting ? (
        <DeleteConfiguration configuration={configuration} onClose={() => setDeleting(false)} />
      ) : null}
      {saving.stale ? (
        <SettleStaleSave
          stale={saving.stale}
          isPending={saving.isPending}
          onCancel={saving.settle}
          onSave={(content) => saving.stale && void save(saving.stale.current, content, saving.stale.reason)}
        />
      ) : null}
    </Page>
  );
}
