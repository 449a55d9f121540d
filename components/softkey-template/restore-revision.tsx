"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ChangeList } from "@/components/softkey-template/change-list";
import { contentOf } from "@/components/softkey-template/content";
import type { Revision } from "@/components/softkey-template/revision-content";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { refusalOf } from "@/lib/client/api-error";
import { refreshSoftkeyTemplates, restoreSoftkeyTemplateMutation } from "@/lib/client/softkey-template";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type RestoreRevisionProps = { template: SoftkeyTemplateDto; revision: Revision; onClose: () => void };

/** Shows what restoring would change, then stores the old content as the newest revision. */
export function RestoreRevision({ template, revision, onClose }: RestoreRevisionProps) {
  const t = useTranslations("softkeyTemplate.history");
  const status = useStatus();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const restore = useMutation(restoreSoftkeyTemplateMutation());
  const current = contentOf(template);
  // Name and default mark stay, so they are no difference.
  const { description, callStates } = revision.content;
  const changes = softkeyTemplateChanges(current, { ...current, description, callStates });
  const { number } = revision;

  async function run() {
    status.clear();
    try {
      const saved = await restore.mutateAsync({ params: { name: template.name, number } });
      await refreshSoftkeyTemplates(client);
      status.show({ tone: "good", text: t("restored", { number, version: saved.version }) });
    } catch (error) {
      status.show({ tone: "bad", text: t("notRestored"), detail: refusalText(refusalOf(error)) });
    }
    onClose();
  }

  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={changes.length === 0 ? onClose : () => void run()}
      title={t("restoreTitle", { number })}
      confirmLabel={changes.length === 0 ? t("nothingToRestore") : t("restore", { number })}
      isPending={restore.isPending}
    >
      <p>{changes.length === 0 ? t("noDifference") : t("restoreBody")}</p>
      <div className="mt-2">
        <ChangeList changes={changes} />
      </div>
    </ConfirmDialog>
  );
}
