"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/console/local-time";
import { Link } from "@/components/ui/link";
import { softkeyTemplatePath } from "@/lib/client/paths";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** What is known of a template beside its fields: origin, use, last change. */
export function TemplateFacts({ template }: { template: SoftkeyTemplateDto }) {
  const t = useTranslations("softkeyTemplate.facts");
  const { name, copyOf, usedByCount, version, updatedAt, updatedBy } = template;
  return (
    <dl className="grid max-w-xl grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4">
      {copyOf === null ? null : <Fact label={t("copyOf")}>{copyOf}</Fact>}
      <Fact label={t("usedBy")}>
        <Link href={softkeyTemplatePath(name, "dependency-records")}>
          {t("objects", { count: usedByCount })}
        </Link>
      </Fact>
      <Fact label={t("version")}>
        <Link href={softkeyTemplatePath(name, "history")}>{version}</Link>
      </Fact>
      <Fact label={t("changed")}>
        <LocalTime at={updatedAt} />
        {` · ${updatedBy}`}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
