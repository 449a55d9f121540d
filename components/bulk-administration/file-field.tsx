"use client";

import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "@/components/ui/button";

/** Chooses the file that is sent. */
export function FileField({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) {
  const t = useTranslations("bulkAdministration.import");
  return (
    <div className="flex flex-col gap-1">
      <span>{t("file")}</span>
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger
          acceptedFileTypes={[".csv", "text/csv"]}
          onSelect={(files) => {
            const chosen = files?.item(0);
            if (chosen) onChoose(chosen);
          }}
        >
          <Button icon={<FileText aria-hidden />}>{t("choose")}</Button>
        </FileTrigger>
        <span className={file ? "wrap-anywhere" : "text-muted"}>{file?.name ?? t("noFile")}</span>
      </div>
    </div>
  );
}
