"use client";

import { LogOut, Radio, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LiveState } from "@/lib/client/follow-stream";

const tones = { connecting: "neutral", live: "good", lost: "caution", signedOut: "caution" } as const;
const icons = { connecting: Radio, live: Radio, lost: WifiOff, signedOut: LogOut } as const;

/** Says whether changes are shown as they happen. */
export function LiveBadge({ state }: { state: LiveState }) {
  const t = useTranslations("callBackRequest.live");
  const Icon = icons[state];
  return (
    <span role="status">
      <Badge tone={tones[state]} icon={<Icon aria-hidden />}>
        {t(state)}
      </Badge>
    </span>
  );
}
