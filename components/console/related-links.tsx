"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { OfferedCommand } from "@/components/console/commands";
import { useNavigate } from "@/components/console/navigation-guard";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

/** A page (`href`) or something that opens here (`onGo`), such as the dependency records. */
export type RelatedLink = { id: string; label: string } & ({ href: string } | { onGo: () => void });

/** What the ids of their commands begin with. */
export const relatedPrefix = "related:";

/** *Related Links* at the top right (SK-06): choose from the drop-down, then *Go*. */
export function RelatedLinks({ links }: { links: readonly RelatedLink[] }) {
  const t = useTranslations("common");
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = links.find(({ id }) => id === chosenId) ?? links[0];
  if (!chosen) return null;
  function go(link: RelatedLink) {
    if ("href" in link) navigate(link.href);
    else link.onGo();
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span aria-hidden className="whitespace-nowrap text-muted">
        {t("relatedLinks")}
      </span>
      <Select
        label={t("relatedLinks")}
        isLabelHidden
        size="small"
        className="w-56"
        options={links}
        value={chosen.id}
        onChange={setChosenId}
      />
      <Button size="small" onPress={() => go(chosen)}>
        {t("go")}
      </Button>
      {links.map((link) => (
        <OfferedCommand
          key={link.id}
          id={relatedPrefix + link.id}
          label={link.label}
          words="related links"
          scope="page"
          run={() => go(link)}
        />
      ))}
    </div>
  );
}
