"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { callStateKey, callStates } from "@/lib/catalog/call-states";
import { blankSoftkey, type SoftkeyId, softkeyKey } from "@/lib/catalog/softkeys";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import type { Translate } from "@/lib/i18n/problem-text";

const callBack = "CallBack" satisfies SoftkeyId;

/** Softkeys with their places: a blank may be there more than once. */
function placed(softkeys: readonly SoftkeyId[]) {
  return softkeys.map((softkey, index) => ({ softkey, place: index + 1 }));
}

function lookOf(softkey: SoftkeyId): string {
  if (softkey === callBack) return "border-accent bg-accent-soft text-accent-text";
  return softkey === blankSoftkey ? "border-dashed border-line text-muted" : "border-line bg-sunken";
}

/** The softkeys of each call state in their order, and those that the model leaves out of its template. */
export function EffectiveSoftkeys({ effective }: { effective: EffectiveConfigurationDto["saved"] }) {
  const t = useTranslations("phone.effective");
  const stateName = useTranslations("catalogue.callState");
  const translate = useTranslations() as unknown as Translate;
  const { softkeys, softkeyTemplate } = effective;
  if (!softkeyTemplate) return <p className="text-muted">{t("noSoftkeys")}</p>;
  function nameOf(softkey: SoftkeyId): string {
    if (softkey === blankSoftkey) return t("blank");
    const key = `catalogue.softkey.${softkeyKey(softkey)}`;
    return translate(translate.has(`${key}.label`) ? `${key}.label` : `${key}.name`);
  }
  return (
    <table className="w-full border-collapse text-start">
      <caption className="pb-1 text-start font-medium">{t("softkeys")}</caption>
      <thead>
        <tr className="border-b border-line bg-sunken text-xs text-muted">
          <th scope="col" className="h-8 px-2 text-start font-medium">
            {t("callState")}
          </th>
          <th scope="col" className="px-2 text-start font-medium">
            {t("keys")}
          </th>
        </tr>
      </thead>
      <tbody>
        {callStates.map((state) => (
          <tr key={state} className="border-b border-line align-baseline">
            <th scope="row" className="px-2 py-1 text-start font-normal whitespace-nowrap">
              {stateName(callStateKey(state))}
            </th>
            <td className="px-2 py-1">
              <ol className="flex flex-wrap gap-1">
                {placed(softkeys.callStates[state]).map(({ softkey, place }) => (
                  <li key={place} className={cx("rounded-control border px-1 text-xs", lookOf(softkey))}>
                    {nameOf(softkey)}
                  </li>
                ))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
