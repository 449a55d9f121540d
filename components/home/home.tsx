"use client";

import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Cockpit } from "@/components/home/cockpit";
import { LatestChanges } from "@/components/home/latest-changes";
import { TaskFlow } from "@/components/home/task-flow";
import { LinkButton } from "@/components/ui/link-button";
import { tryCallBackPath } from "@/lib/client/paths";

type HomeProps = {
  /** Whether the person may use phones. */
  mayTry: boolean;
};

/** The start page: how the cluster stands, what to do for Call Back, and what others did. */
export function Home({ mayTry }: HomeProps) {
  const t = useTranslations("home");
  return (
    <>
      <title>{`${t("title")} · Ringback`}</title>
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 pt-4 pb-3">
        <div>
          <h1 className="text-lg font-semibold">{t("title")}</h1>
          <p className="text-muted">{t("intro")}</p>
        </div>
        {mayTry ? (
          <LinkButton href={tryCallBackPath} isPrimary icon={<PhoneCall aria-hidden />}>
            {t("tryCallBack")}
          </LinkButton>
        ) : null}
      </div>
      <div className="flex max-w-6xl flex-col gap-6 p-4">
        <Cockpit />
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <TaskFlow />
          <LatestChanges />
        </div>
      </div>
    </>
  );
}
