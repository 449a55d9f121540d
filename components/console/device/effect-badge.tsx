"use client";

import { Check, CircleSlash, Power, RefreshCw, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Impact } from "@/lib/devices/impact";

const looks = {
  none: { tone: "neutral", icon: <Check aria-hidden /> },
  dynamic: { tone: "good", icon: <Zap aria-hidden /> },
  reRegister: { tone: "caution", icon: <RefreshCw aria-hidden /> },
  restart: { tone: "caution", icon: <RefreshCw aria-hidden /> },
  reset: { tone: "caution", icon: <Power aria-hidden /> },
} as const;

/** What an action does to a phone, in colour, mark and word. */
export function EffectBadge({ impact, isRefused = false }: { impact: Impact; isRefused?: boolean }) {
  const t = useTranslations("device.effect");
  const { tone, icon } = looks[impact];
  return (
    <Badge tone={isRefused ? "bad" : tone} icon={isRefused ? <CircleSlash aria-hidden /> : icon}>
      {t(impact)}
    </Badge>
  );
}
