"use client";

import { useTranslations } from "next-intl";
import { identityText } from "@/lib/client/object-identity";
import type { ChangeDto } from "@/lib/contract/change";

/** What is said of a change in a line: "SEP001122334455 · phone changed, and 213 more objects". */
export function useChangeWords(): (change: Pick<ChangeDto, "object" | "total">) => string {
  const t = useTranslations("change.about");
  const kindName = useTranslations("catalogue.configurationKind");
  return ({ object: { kind, name, partition, action }, total }) => {
    const about = t(action, { kind: kindName(kind), name: identityText({ name, partition }) });
    return total > 1 ? t("more", { about, count: total - 1 }) : about;
  };
}
