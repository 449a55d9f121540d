"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { TemplateFieldSet } from "@/components/softkey-template/template-field-set";
import { type TemplateFields, useTemplateForm } from "@/components/softkey-template/use-template-form";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplateListPath, softkeyTemplatePath } from "@/lib/client/paths";
import {
  createSoftkeyTemplateMutation,
  refreshSoftkeyTemplates,
  softkeyTemplateQuery,
} from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type CopyFormProps = { origin: SoftkeyTemplateDto; onChooseAnother: () => void };

/** The second step of *Add New*: the copy waits for its name; *Save* stores it. */
export function CopyForm({ origin, onChooseAnother }: CopyFormProps) {
  const t = useTranslations();
  const status = useStatus();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const create = useMutation(createSoftkeyTemplateMutation());
  const initial = { name: "", description: origin.description, isDefault: false };
  const templateForm = useTemplateForm(initial);
  const { name, description, isDefault } = templateForm.values;
  const isUnsaved = name !== "" || description !== initial.description || isDefault;
  useUnsavedChanges(isUnsaved && !create.isSuccess);

  async function save(fields: TemplateFields) {
    status.clear();
    try {
      const created = await create.mutateAsync({ body: { ...fields, copyOf: origin.name } });
      client.setQueryData(softkeyTemplateQuery(created.name).queryKey, created);
      void refreshSoftkeyTemplates(client);
      const path = softkeyTemplatePath(created.name);
      const detail = t("softkeyTemplate.status.addedNext");
      status.show({ tone: "good", text: t("configuration.status.added"), detail }, { forPath: path });
      navigate(path, { isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      templateForm.showProblems(refusal.problems);
      status.show({
        tone: "bad",
        text: t("configuration.status.notSaved"),
        detail: refusalText(refusal),
      });
    }
  }
  const submit = () => void templateForm.submit(save);

  return (
    <Page
      at="softkeyTemplate"
      title={t("softkeyTemplate.configuration.title")}
      below={[{ label: t("common.addNew") }]}
      relatedLinks={[{ id: "list", label: t("common.backToFindList"), href: softkeyTemplateListPath }]}
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
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t("softkeyTemplate.new.copyOf", { name: origin.name })}</span>
          <Button size="small" onPress={onChooseAnother}>
            {t("softkeyTemplate.new.chooseAnother")}
          </Button>
        </p>
        <TemplateFieldSet templateForm={templateForm} onSubmit={submit} isNameFocused />
      </div>
    </Page>
  );
}
