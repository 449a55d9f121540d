"use client";

import { useMutation } from "@tanstack/react-query";
import { ClipboardCheck, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileField } from "@/components/bulk-administration/file-field";
import { KindSelect } from "@/components/bulk-administration/kind-select";
import { useNavigate } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { ToolbarButton } from "@/components/console/toolbar";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/catalog/roles";
import { api } from "@/lib/client/api";
import { type ApiRefusal, refusalOf } from "@/lib/client/api-error";
import { sendFile } from "@/lib/client/bulk";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

const modes = ["both", "create", "update"] as const;

/** *Import*: sends a file, and checks or imports its rows as a job. */
export function ImportObjects({ role }: { role: Role }) {
  const t = useTranslations("bulkAdministration");
  const navigate = useNavigate();
  const [kind, setKind] = useState<ConfigurationKind>("phone");
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<(typeof modes)[number]>("both");
  const [reason, setReason] = useState("");
  const start = useMutation({
    mutationFn: async ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => {
      const { id } = await sendFile(kind, chosen);
      const body = { file: id, mode, dryRun, ...(reason === "" ? {} : { reason }) };
      return api.bulk.import({ params: { resource: bulkResourceOf(kind) }, body });
    },
    onSuccess: ({ jobId }) => navigate(jobPath(jobId)),
  });
  const begin = (dryRun: boolean) => () => {
    if (file) start.mutate({ chosen: file, dryRun });
  };
  const isRunning = (dryRun: boolean) => start.isPending && start.variables.dryRun === dryRun;
  return (
    <Page
      at="bulkImport"
      title={t("import.title")}
      actions={
        <>
          <ToolbarButton
            id="checkFile"
            variant="primary"
            icon={<ClipboardCheck aria-hidden />}
            label={t("import.check")}
            isDisabled={!file || start.isPending}
            isPending={isRunning(true)}
            onPress={begin(true)}
          />
          <ToolbarButton
            id="importFile"
            icon={<FileUp aria-hidden />}
            label={t("import.start")}
            isDisabled={!file || start.isPending}
            isPending={isRunning(false)}
            onPress={begin(false)}
          />
        </>
      }
    >
      <div className="flex max-w-2xl flex-col gap-4 px-4 py-4">
        <p>{t("import.intro")}</p>
        <KindSelect value={kind} onChange={setKind} role={role} privilege="update" />
        <FileField file={file} onChoose={setFile} />
        <Select
          label={t("import.mode")}
          className="w-96 max-w-full"
          value={mode}
          onChange={setMode}
          options={modes.map((id) => ({ id, label: t(`import.modeName.${id}`) }))}
        />
        <TextField label={t("reason")} className="max-w-96" value={reason} onChange={setReason} />
        <p className="text-muted">{t("import.checkHelp")}</p>
        {start.isPending ? <p role="status">{t("import.sending")}</p> : null}
        {start.error ? <RefusedFile refusal={refusalOf(start.error)} /> : null}
      </div>
    </Page>
  );
}

/** Why a file was refused, problem by problem. */
function RefusedFile({ refusal }: { refusal: ApiRefusal }) {
  const t = useTranslations("bulkAdministration.import");
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const texts = refusal.problems.length > 0 ? refusal.problems.map(problemText) : [refusalText(refusal)];
  return (
    <div role="alert">
      <Notice tone="bad" title={t("refused")}>
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
