"use client";

import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { PhoneDto } from "@/lib/contract/phone";

const tones: Readonly<Record<PhoneDto["registration"], Tone>> = {
  neverRegistered: "neutral",
  unregistered: "neutral",
  registering: "neutral",
  registered: "good",
  partiallyRegistered: "caution",
  rejected: "bad",
};

/** Whether the phone is registered, beside the heading of its page and in the list. */
export function RegistrationBadge({ object: { registration } }: { object: PhoneDto }) {
  const t = useTranslations("phone.registration");
  return <Badge tone={tones[registration]}>{t(registration)}</Badge>;
}
