"use client";

import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ToolbarButton } from "@/components/console/toolbar";
import { Select } from "@/components/ui/select";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { originsQuery } from "@/lib/client/softkey-template";

type ChooseOriginProps = { isPending: boolean; onCopy: (name: string) => void };

/** The first step of *Add New*: *Create a softkey template based on*, then *Copy*. Nothing is stored by it. */
export function ChooseOrigin({ isPending, onCopy }: ChooseOriginProps) {
  const t = useTranslations();
  const { data } = useQuery(originsQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const origins = data?.items ?? [];
  const suggested = origins.find(({ name }) => name === fallbackSoftkeyTemplate) ?? origins[0];
  const origin = chosen ?? suggested?.name ?? null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t("softkeyTemplate.new.basedOn")}
          size="small"
          className="w-80 max-w-full"
          options={origins.map(({ name, isStandard }) => ({
            id: name,
            label: name,
            ...(isStandard ? { detail: t("softkeyTemplate.standardBadge") } : {}),
          }))}
          value={origin}
          onChange={setChosen}
        />
        <ToolbarButton
          id="copy"
          icon={<Copy aria-hidden />}
          label={t("common.copy")}
          variant="primary"
          isPending={isPending}
          isDisabled={origin === null}
          onPress={() => {
            if (origin !== null) onCopy(origin);
          }}
        />
      </div>
      <p className="text-muted">{t("softkeyTemplate.new.explanation")}</p>
      {data && data.total > origins.length ? (
        <p className="text-muted">{t("softkeyTemplate.new.more", { count: data.total - origins.length })}</p>
      ) : null}
    </div>
  );
}
