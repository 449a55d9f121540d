"use client";

import { Radio, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LiveState } from "@/lib/client/live-updates";

const tones = { connecting: "neutral", live: "good", lost: "caution" } as const;

/** Says whether changes are shown as they happen. */
export function LiveBadge({ state }: { state: LiveState }) {
  const t = useTranslations("callBackRequest.live");
  return (
    <span role="status">
      <Badge tone={tones[state]} icon={state === "lost" ? <WifiOff aria-hidden /> : <Radio aria-hidden />}>
        {t(state)}
      </Badge>
    </span>
  );
}
