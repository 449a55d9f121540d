"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/console/refusal-text";
import { CallBackLine } from "@/components/phone/effective/call-back-line";
import { EffectiveButtons } from "@/components/phone/effective/effective-buttons";
import { EffectiveSoftkeys } from "@/components/phone/effective/effective-softkeys";
import { EffectiveSources } from "@/components/phone/effective/effective-sources";
import { RunningNotice } from "@/components/phone/effective/running-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { refusalOf } from "@/lib/client/api-error";
import { effectiveConfigurationQuery } from "@/lib/client/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** What the saved phone comes to after precedence, with the source of every value [PH-04], beside what it runs. */
export function EffectiveSection({ phone, isUnsaved }: { phone: PhoneDto; isUnsaved: boolean }) {
  const t = useTranslations("phone.effective");
  return (
    <>
      {isUnsaved ? <p className="text-muted">{t("asSaved")}</p> : null}
      <Effective phone={phone} />
    </>
  );
}

function Effective({ phone }: { phone: PhoneDto }) {
  const t = useTranslations("common");
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(effectiveConfigurationQuery(phone.name));
  if (error) {
    return (
      <Notice tone="bad">
        <p>{refusalText(refusalOf(error))}</p>
        <Button size="small" className="mt-2" onPress={() => void refetch()}>
          {t("retry")}
        </Button>
      </Notice>
    );
  }
  if (!data) {
    return (
      <p role="status" aria-label={t("loading")}>
        <Skeleton width="40%" />
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <RunningNotice name={phone.name} effective={data} />
      <CallBackLine model={phone.model} effective={data.saved} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <EffectiveSources phone={phone} saved={data.saved} running={data.running} />
          <EffectiveSoftkeys saved={data.saved} running={data.running} />
        </div>
        <EffectiveButtons model={phone.model} saved={data.saved} running={data.running} />
      </div>
    </div>
  );
}
