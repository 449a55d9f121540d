"use client";

import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegistrationBadge } from "@/components/phone/registration-badge";
import { Badge } from "@/components/ui/badge";
import { effectiveConfigurationQuery } from "@/lib/client/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** Beside the heading: whether the phone is registered, and whether it runs something else than what is saved. */
export function PhoneBadges({ object }: { object: PhoneDto }) {
  const t = useTranslations("phone.running");
  const { data } = useQuery(effectiveConfigurationQuery(object.name));
  return (
    <>
      <RegistrationBadge object={object} />
      {data?.differs ? (
        <Badge tone="caution" icon={<Hourglass aria-hidden />}>
          {t("pending")}
        </Badge>
      ) : null}
    </>
  );
}
