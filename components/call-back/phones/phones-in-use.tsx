"use client";

import { useQuery } from "@tanstack/react-query";
import { Keyboard, Phone } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { LiveBadge } from "@/components/call-back/live-badge";
import { ChoosePhone } from "@/components/call-back/phones/choose-phone";
import { useBench } from "@/components/call-back/phones/use-bench";
import { Page } from "@/components/console/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useLiveUpdates } from "@/lib/client/live-updates";
import { offeredPhonesQuery } from "@/lib/client/phone-operation";

const DeskPhone = dynamic(() =>
  import("@/components/call-back/desk-phone/desk-phone").then((module) => module.DeskPhone),
);

/** *Call Back > Phones*: a desk with phones that can be used, side by side. */
export function PhonesInUse() {
  const t = useTranslations("deskPhone");
  const { phones, active, activate, add, remove, replace } = useBench();
  const live = useLiveUpdates(phones);
  return (
    <Page
      at="callBackPhones"
      title={t("title")}
      badges={<LiveBadge state={live} />}
      actions={<ChoosePhone chosen={phones} onChoose={(phone) => add([phone])} />}
    >
      {phones.length === 0 ? (
        <Empty onAdd={add} />
      ) : (
        <>
          <p className="flex items-start gap-2 px-4 pt-3 text-muted">
            <Keyboard aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("keyboardNote")}
          </p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(20.5rem,100%),1fr))] items-start gap-4 p-4">
            {phones.map((name) => (
              <DeskPhone
                key={name}
                name={name}
                isActive={name === active}
                onActivate={() => activate(name)}
                onRemove={() => remove(name)}
                onReplace={(other) => replace(name, other)}
              />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

function Empty({ onAdd }: { onAdd: (phones: readonly string[]) => void }) {
  const t = useTranslations("deskPhone");
  const { data } = useQuery(offeredPhonesQuery(""));
  const names = (data?.items ?? []).slice(0, 2).map(({ name }) => name);
  return (
    <EmptyState
      icon={<Phone aria-hidden />}
      title={t("empty")}
      action={names.length === 2 ? <Button onPress={() => onAdd(names)}>{t("suggest")}</Button> : null}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}
