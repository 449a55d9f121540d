"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNavigate } from "@/components/console/navigation-guard";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { DependencyList } from "@/components/softkey-template/dependency-list";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplateListPath } from "@/lib/client/paths";
import {
  refreshSoftkeyTemplates,
  removeSoftkeyTemplateMutation,
  softkeyTemplateDependenciesQuery,
} from "@/lib/client/softkey-template";
import { checkDelete } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type DeleteTemplateProps = { template: SoftkeyTemplateDto; onClose: () => void };

/** Asks before the template is deleted; one that must stay is refused with the reason and the next step (SK-05). */
export function DeleteTemplate({ template, onClose }: DeleteTemplateProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  const { remove, isPending } = useDeleteTemplate(template.name, onClose);
  const { data } = useQuery({ ...softkeyTemplateDependenciesQuery(template.name), staleTime: 0 });
  const dependencies = data?.items ?? [];
  const problems = checkDelete(template, dependencies);
  if (problems.length > 0) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t("softkeyTemplate.delete.refusedTitle", { name: template.name })}
        size="small"
        footer={
          <Button autoFocus onPress={onClose}>
            {t("common.close")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
          <DependencyList dependencies={dependencies} />
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={() => void remove()}
      title={t("common.confirmDelete.title", { name: template.name })}
      confirmLabel={t("common.delete")}
      isDangerous
      isPending={isPending}
    >
      <p>{t("softkeyTemplate.delete.confirm")}</p>
      {data ? <p className="mt-2 text-muted">{t("softkeyTemplate.dependencies.none")}</p> : null}
    </ConfirmDialog>
  );
}

/** Deletes the template and goes to the list, which tells so; a refusal is told on this page. */
function useDeleteTemplate(name: string, onRefused: () => void) {
  const t = useTranslations("softkeyTemplate.status");
  const status = useStatus();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const removal = useMutation(removeSoftkeyTemplateMutation());
  async function remove() {
    status.clear();
    try {
      await removal.mutateAsync({ params: { name } });
      status.show({ tone: "good", text: t("deleted"), detail: name }, { forPath: softkeyTemplateListPath });
      void refreshSoftkeyTemplates(client, { refetch: false });
      navigate(softkeyTemplateListPath, { isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      const [problem] = refusal.problems;
      const detail = problem ? problemText(problem) : refusalText(refusal);
      status.show({ tone: "bad", text: t("notDeleted"), detail });
      onRefused();
    }
  }
  return { remove, isPending: removal.isPending };
}
