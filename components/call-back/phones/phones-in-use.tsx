"use client";

import { Keyboard } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { CallBackGuide } from "@/components/call-back/guide/call-back-guide";
import { type GuidedPhones, useFirstCallBack } from "@/components/call-back/guide/use-first-call-back";
import { LiveBadge } from "@/components/call-back/live-badge";
import { ChoosePhone } from "@/components/call-back/phones/choose-phone";
import { DeskMenu } from "@/components/call-back/phones/desk-menu";
import { EmptyDesk } from "@/components/call-back/phones/empty-desk";
import { type Bench, useBench } from "@/components/call-back/phones/use-bench";
import { useRememberedDesk } from "@/components/call-back/phones/use-remembered-desk";
import { Page } from "@/components/console/page";
import { useLiveUpdates } from "@/lib/client/live-updates";

const DeskPhone = dynamic(() =>
  import("@/components/call-back/desk-phone/desk-phone").then((module) => module.DeskPhone),
);

/** *Call Back > Phones*: a desk with phones that can be used, side by side, and a guide through a first call back. */
export function PhonesInUse() {
  const t = useTranslations("deskPhone");
  const bench = useBench();
  useRememberedDesk(bench);
  const live = useLiveUpdates(bench.phones);
  return (
    <Page
      at="callBackPhones"
      title={t("title")}
      badges={<LiveBadge state={live} />}
      actions={
        <>
          <ChoosePhone chosen={bench.phones} onChoose={(phone) => bench.add([phone])} />
          <DeskMenu bench={bench} />
        </>
      }
    >
      {bench.phones.length === 0 ? (
        <EmptyDesk onAdd={bench.add} />
      ) : bench.guided ? (
        <Guided bench={bench} phones={bench.guided} />
      ) : (
        <Phones bench={bench} />
      )}
    </Page>
  );
}

/** The phones with the guide beside them: the number that it wants dialled next stands there already. */
function Guided({ bench, phones }: { bench: Bench; phones: GuidedPhones }) {
  const progress = useFirstCallBack(phones);
  const dials = progress.current?.id === "dial";
  return (
    <>
      <CallBackGuide progress={progress} onClose={bench.endGuide} />
      <Phones
        bench={bench}
        offered={dials ? { phone: phones.originator, number: progress.numbers.target } : null}
      />
    </>
  );
}

type PhonesProps = {
  bench: Bench;
  /** A number that a phone offers to dial while none is typed. */
  offered?: { readonly phone: string; readonly number: string } | null;
};

function Phones({ bench, offered = null }: PhonesProps) {
  const t = useTranslations("deskPhone");
  return (
    <>
      <p className="flex items-start gap-2 px-4 pt-3 text-muted">
        <Keyboard aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("keyboardNote")}
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(20.5rem,100%),1fr))] items-start gap-4 p-4">
        {bench.phones.map((name) => (
          <DeskPhone
            key={name}
            name={name}
            offeredNumber={offered?.phone === name ? offered.number : null}
            isActive={name === bench.active}
            onActivate={() => bench.activate(name)}
            onRemove={() => bench.remove(name)}
            onReplace={(other) => bench.replace(name, other)}
          />
        ))}
      </div>
    </>
  );
}
