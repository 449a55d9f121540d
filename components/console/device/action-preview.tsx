"use client";

import { useTranslations } from "next-intl";
import { EffectBadge } from "@/components/console/device/effect-badge";
import { useDeviceWords } from "@/components/console/device/use-device-words";
import { ChangeList } from "@/components/console/history/change-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { objectPath } from "@/lib/client/object-path";
import type { PreviewDto } from "@/lib/contract/device";
import type { DeviceCommand } from "@/lib/devices/forecast";

type Group = PreviewDto["groups"][number];
const mostNamed = 6;

/** The phones to which an action does something: not those that run what is saved already, or are refused. */
export function affectedOf({ groups }: PreviewDto): number {
  const affected = groups.filter(({ forecast }) => forecast !== "nothing" && forecast !== "refused");
  return affected.reduce((sum, { count }) => sum + count, 0);
}

type ActionPreviewProps = {
  preview: PreviewDto;
  command: DeviceCommand;
  /** The list of all the phones. */
  listPath: string | null;
  /** It is given at once; of one for later nobody knows yet when each phone gets it. */
  isAtOnce: boolean;
};

/** What an action would do: which phones, the effect on each group of them, and what changes in words. */
export function ActionPreview({ preview, command, listPath, isAtOnce }: ActionPreviewProps) {
  const t = useTranslations("device.sheet");
  const { total, groups, models } = preview;
  if (total === 0) return <Notice>{t("nobody")}</Notice>;
  if (affectedOf(preview) === 0) {
    const isRefused = groups.some(({ forecast }) => forecast === "refused");
    return (
      <Notice
        tone={isRefused ? "bad" : "good"}
        title={t(isRefused ? "refused" : "nothing", { count: total })}
      >
        {isRefused && command !== "applyConfig" ? <p>{t("refusedNext")}</p> : null}
      </Notice>
    );
  }
  return (
    <>
      {total > 1 ? (
        <section aria-label={t("which")} className="flex flex-col gap-1">
          <h3 className="font-medium">{t("which")}</h3>
          <ul className="flex flex-wrap gap-x-4 text-muted tabular-nums">
            {models.map((group) => (
              <li key={`${group.model} ${group.devicePool}`}>{t("byModel", group)}</li>
            ))}
          </ul>
          {listPath === null ? null : (
            <p>
              <Link href={listPath}>{t("showAll")}</Link>
            </p>
          )}
        </section>
      ) : null}
      <ul className="flex flex-col divide-y divide-line rounded-panel border border-line">
        {groups.map((group) => (
          <PreviewGroup
            key={`${group.impact} ${group.forecast}`}
            group={group}
            isAlone={total === 1}
            isAtOnce={isAtOnce}
          />
        ))}
      </ul>
    </>
  );
}

/** Phones with the same effect at the same time. */
function PreviewGroup({ group, isAlone, isAtOnce }: { group: Group; isAlone: boolean; isAtOnce: boolean }) {
  const t = useTranslations("device");
  const words = useDeviceWords();
  const { impact, forecast, count, phones, changes } = group;
  const more = count - Math.min(phones.length, mostNamed);
  const [first = ""] = phones;
  return (
    <li className="flex flex-col gap-2 px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <EffectBadge impact={impact} isRefused={forecast === "refused"} />
        <span className="font-medium tabular-nums">{t("sheet.phones", { count })}</span>
        {isAtOnce ? <span className="text-muted">{t(`forecast.${forecast}`)}</span> : null}
      </p>
      <p className="flex flex-wrap gap-x-3 font-mono text-xs">
        {phones.slice(0, mostNamed).map((name) => (
          <Link key={name} href={objectPath("phone", name) ?? ""}>
            {name}
          </Link>
        ))}
        {more > 0 ? <span className="font-sans text-muted">{t("sheet.more", { count: more })}</span> : null}
      </p>
      {changes.length === 0 ? null : (
        <div>
          <h4 className="text-xs text-muted">
            {isAlone || count === 1 ? t("sheet.changes") : t("sheet.changesOfFirst", { phone: first })}
          </h4>
          <ChangeList changes={words.changes(changes)} />
        </div>
      )}
    </li>
  );
}
