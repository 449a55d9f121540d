"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyField } from "@/components/api-key/copy-field";
import { Button } from "@/components/ui/button";

type ShowApiKeyProps = { name: string; apiKey: string; onDone: () => void };

/** A key that was just made, the only time it can be seen, with a command to try it. */
export function ShowApiKey({ name, apiKey, onDone }: ShowApiKeyProps) {
  const t = useTranslations("userManagement.apiKey");
  const example = `curl -H "Authorization: Bearer ${apiKey}" "${window.location.origin}/api/v1/softkey-templates"`;
  return (
    <section
      aria-labelledby="new-api-key"
      className="mx-4 flex max-w-3xl flex-col gap-3 rounded-panel border border-line bg-caution-soft p-3"
    >
      <div>
        <h2 id="new-api-key" className="flex items-center gap-2 font-semibold">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-caution" />
          {t("made.title", { name })}
        </h2>
        <p>{t("made.body")}</p>
      </div>
      <CopyField label={t("made.key")} text={apiKey} />
      <CopyField label={t("made.example")} text={example} />
      <div>
        <Button size="small" icon={<Check aria-hidden />} onPress={onDone}>
          {t("made.done")}
        </Button>
      </div>
    </section>
  );
}
