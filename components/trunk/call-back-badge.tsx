"use client";

import { CircleAlert, CircleCheck, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { callBackOver, type TrunkContent } from "@/lib/configuration/trunk";

const looks = {
  works: { tone: "good", icon: <CircleCheck aria-hidden /> },
  notForVideo: { tone: "caution", icon: <CircleAlert aria-hidden /> },
  never: { tone: "bad", icon: <CircleSlash aria-hidden /> },
} as const;

/** Whether call back works over a trunk, in a word. */
export function CallBackBadge({ object }: { object: Pick<TrunkContent, "type" | "throughCube"> }) {
  const t = useTranslations("trunk.verdict");
  const verdict = callBackOver(object);
  return <Badge {...looks[verdict]}>{t(verdict)}</Badge>;
}
