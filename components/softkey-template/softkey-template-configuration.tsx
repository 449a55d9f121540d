"use client";

import { Copy, Plus, Save, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeviceActions } from "@/components/console/device/device-actions";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { ObjectFacts } from "@/components/console/object-facts";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { useEditBase } from "@/components/console/use-edit-base";
import { AccessNotice } from "@/components/softkey-template/access-notice";
import { contentOf, sameContent } from "@/components/softkey-template/content";
import { DeleteTemplate } from "@/components/softkey-template/delete-template";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { SettleStaleSave } from "@/components/softkey-template/settle-stale-save";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { TemplateFieldSet } from "@/components/softkey-template/template-field-set";
import { useSaveTemplate } from "@/components/softkey-template/use-save-template";
import { useTemplateForm } from "@/components/softkey-template/use-template-form";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { newSoftkeyTemplatePath, softkeyTemplatePath } from "@/lib/client/paths";
import { normalizeSoftkeyTemplate, type SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type ConfigurationProps = { template: SoftkeyTemplateDto; mayUpdate: boolean };

/** *Softkey Template Configuration*: name, description and default mark of one template (SK-03, SK-04). */
export function SoftkeyTemplateConfiguration({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("softkeyTemplate.configuration");
  return (
    <WithTemplate name={name} title={t("title")}>
      {(template) => <Configuration template={template} mayUpdate={mayUpdate} />}
    </WithTemplate>
  );
}

function Configuration({ template, mayUpdate }: ConfigurationProps) {
  const t = useTranslations();
  const router = useRouter();
  const navigate = useNavigate();
  const links = useTemplateLinks(template.name, "configuration");
  const [isDeleting, setDeleting] = useState(false);
  const { base, follow } = useEditBase(template);
  const templateForm = useTemplateForm(base);
  const edited = normalizeSoftkeyTemplate({ ...contentOf(base), ...templateForm.values });
  const isUnsaved = !sameContent(contentOf(base), edited);
  follow(isUnsaved);
  useUnsavedChanges(isUnsaved);
  const saving = useSaveTemplate((name) => softkeyTemplatePath(name));

  async function save(from: SoftkeyTemplateDto, content: SoftkeyTemplateContent, reason?: string) {
    const sent = templateForm.values;
    const result = await saving.save(from, content, reason);
    if ("problems" in result) return templateForm.showProblems(result.problems);
    const { saved } = result;
    follow(false, saved);
    templateForm.restart(sent, saved);
    if (saved.name !== template.name) router.replace(softkeyTemplatePath(saved.name));
  }
  const submit = () =>
    void templateForm.submit((fields) =>
      save(base, normalizeSoftkeyTemplate({ ...contentOf(base), ...fields })),
    );

  return (
    <Page
      at="softkeyTemplate"
      title={t("softkeyTemplate.configuration.title")}
      below={[{ label: template.name }]}
      badges={<TemplateBadges template={template} isUnsaved={isUnsaved} />}
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
            {template.isStandard ? null : (
              <ToolbarButton
                id="delete"
                icon={<Trash2 aria-hidden />}
                label={t("common.delete")}
                onPress={() => setDeleting(true)}
              />
            )}
            <ToolbarButton
              id="copy"
              icon={<Copy aria-hidden />}
              label={t("common.copy")}
              onPress={() => navigate(newSoftkeyTemplatePath(template.name))}
            />
            <DeviceActions kind="softkeyTemplate" name={template.name} isUnsaved={isUnsaved} />
            <ToolbarButton
              id="addNew"
              icon={<Plus aria-hidden />}
              label={t("common.addNew")}
              onPress={() => navigate(newSoftkeyTemplatePath())}
            />
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice template={template} mayUpdate={mayUpdate} of="configuration" />
        <TemplateFieldSet
          templateForm={templateForm}
          onSubmit={submit}
          isTextReadOnly={template.isStandard}
          isReadOnly={!mayUpdate}
        />
        <ObjectFacts
          object={template}
          copyOf={template.copyOf}
          dependenciesPath={softkeyTemplatePath(template.name, "dependency-records")}
          historyPath={softkeyTemplatePath(template.name, "history")}
        />
      </div>
      {isDeleting ? <DeleteTemplate template={template} onClose={() => setDeleting(false)} /> : null}
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
