"use client";

import {
  BellRing,
  CircleCheck,
  CircleDashed,
  Hourglass,
  type LucideIcon,
  PauseCircle,
  PhoneOutgoing,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { RequestDto } from "@/lib/contract/call-back";

const icons: Readonly<Record<RequestDto["state"], readonly [LucideIcon, string]>> = {
  requested: [Hourglass, "text-muted"],
  active: [CircleDashed, "text-accent-text"],
  suspended: [PauseCircle, "text-caution"],
  ready: [BellRing, "text-good"],
  readyLate: [BellRing, "text-caution"],
  readyDndReject: [BellRing, "text-caution"],
  calling: [PhoneOutgoing, "text-good"],
  ended: [CircleCheck, "text-muted"],
};

/** The state of a request: mark and word, and of one that has ended why. */
export function RequestState({
  request: { state, reason },
}: {
  request: Pick<RequestDto, "state" | "reason">;
}) {
  const t = useTranslations("callBackRequest");
  const [Icon, look] = icons[state];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden className={`size-4 shrink-0 ${look}`} />
      {reason === null ? t(`state.${state}`) : t("endedBecause", { reason: t(`reason.${reason}`) })}
    </span>
  );
}
