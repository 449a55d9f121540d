"use client";

import { useTranslations } from "next-intl";
import { useTranslate } from "@/components/console/use-translate";
import { ComparisonTable } from "@/components/phone/effective/comparison-table";
import { cx } from "@/components/ui/cx";
import { callStateKey, callStates } from "@/lib/catalog/call-states";
import { blankSoftkey, softkeyKey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { sameSoftkeys } from "@/lib/configuration/softkey-layout";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";

const callBack = "CallBack" satisfies SoftkeyId;

/** Softkeys with their places: a blank may be there more than once. */
function placed(softkeys: readonly SoftkeyId[]) {
  return softkeys.map((softkey, index) => ({ softkey, place: index + 1 }));
}

function lookOf(softkey: SoftkeyId): string {
  if (softkey === callBack) return "border-accent bg-accent-soft text-accent-text";
  return softkey === blankSoftkey ? "border-dashed border-line text-muted" : "border-line bg-sunken";
}

type EffectiveSoftkeysProps = Pick<EffectiveConfigurationDto, "saved" | "running">;

/** The softkeys of each call state in their order, configured and running. */
export function EffectiveSoftkeys({ saved, running }: EffectiveSoftkeysProps) {
  const t = useTranslations("phone.effective");
  const stateName = useTranslations("catalogue.callState");
  if (!saved.softkeyTemplate) return <p className="text-muted">{t("noSoftkeys")}</p>;
  return (
    <ComparisonTable
      caption={t("softkeys")}
      rowTitle={t("callState")}
      rows={callStates.map((state) => {
        const [configured, runs] = [saved.softkeys.callStates[state], running?.softkeys.callStates[state]];
        return {
          id: state,
          name: stateName(callStateKey(state)),
          configured: <Keys softkeys={configured} />,
          running: runs ? <Keys softkeys={runs} /> : null,
          differs: runs !== undefined && !sameSoftkeys(configured, runs),
        };
      })}
    />
  );
}

function Keys({ softkeys }: { softkeys: readonly SoftkeyId[] }) {
  const t = useTranslations("phone.effective");
  const translate = useTranslate();
  function nameOf(softkey: SoftkeyId): string {
    if (softkey === blankSoftkey) return t("blank");
    const key = `catalogue.softkey.${softkeyKey(softkey)}`;
    return translate(translate.has(`${key}.label`) ? `${key}.label` : `${key}.name`);
  }
  return (
    <ol className="flex flex-wrap gap-1">
      {placed(softkeys).map(({ softkey, place }) => (
        <li key={place} className={cx("rounded-control border px-1 text-xs", lookOf(softkey))}>
          {nameOf(softkey)}
        </li>
      ))}
    </ol>
  );
}
