"use client";

import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegistrationBadge } from "@/components/phone/registration-badge";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { pathOf } from "@/lib/client/object-path";
import { effectiveConfigurationQuery } from "@/lib/client/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** Beside the heading: whether the phone is registered, whether it runs something else than what is saved, and the way to what it comes to. */
export function PhoneBadges({ object }: { object: PhoneDto }) {
  const t = useTranslations("phone");
  const path = pathOf("phone", { name: object.name, partition: null });
  const { data } = useQuery(effectiveConfigurationQuery(object.name));
  return (
    <>
      <RegistrationBadge object={object} />
      {data?.differs ? (
        <Badge tone="caution" icon={<Hourglass aria-hidden />}>
          {t("running.pending")}
        </Badge>
      ) : null}
      {/* It stands at the end of a long page. */}
      <Link href={`${path}#group-effective`}>{t("group.effective")}</Link>
    </>
  );
}
