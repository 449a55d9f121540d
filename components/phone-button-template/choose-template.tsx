"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNavigate } from "@/components/console/navigation-guard";
import { ReferenceSelect } from "@/components/console/reference-select";
import { ToolbarButton } from "@/components/console/toolbar";
import { newPath } from "@/lib/client/object-path";

/** The first step of *Add New*: the template of the phone's model in the drop-down, then *Copy* (BT-02). */
export function ChooseTemplate() {
  const t = useTranslations();
  const navigate = useNavigate();
  const [name, setName] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <ReferenceSelect
          kind="phoneButtonTemplate"
          label={t("phoneButtonTemplate.new.template")}
          size="small"
          className="w-80 max-w-full"
          value={name}
          onChange={setName}
        />
        <ToolbarButton
          id="copy"
          icon={<Copy aria-hidden />}
          label={t("common.copy")}
          variant="primary"
          isDisabled={name === null}
          onPress={() => {
            if (name !== null) navigate(newPath("phoneButtonTemplate", { name, partition: null }));
          }}
        />
      </div>
      <p className="text-muted">{t("phoneButtonTemplate.new.explanation")}</p>
    </div>
  );
}
