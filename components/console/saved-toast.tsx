"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useQuestion } from "@/components/console/use-question";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Toast } from "@/components/ui/toast";
import { sessionQuery } from "@/lib/client/session";

type SavedToastProps = {
  /** The user name of who has saved. */
  by: string;
  /** Names what was saved, and by whom; or that the same person did so elsewhere. */
  title: (isOwn: boolean) => string;
  /** Which version, or which of several. */
  children: ReactNode;
  /** Something is typed that is not saved. Then the page shows it still on top of what was stored before. */
  isUnsaved: boolean;
  /** Where the changes are told. */
  historyPath?: string | undefined;
  /** Shows both changes, to choose from. */
  onCompare: () => void;
  /** Shows what is stored now, without what was typed. */
  onReload: () => void;
  onClose: () => void;
};

/** Tells who looks at something that somebody else has saved it, before they save it themselves. */
export function SavedToast(props: SavedToastProps) {
  const { by, title, children, isUnsaved, historyPath, onCompare, onReload, onClose } = props;
  const t = useTranslations("configuration.others");
  const tView = useTranslations("common.threeWay");
  const question = useQuestion();
  const { data: session, isPending } = useQuery(sessionQuery());

  async function reload() {
    const isSure = await question.ask({
      title: t("discardTitle"),
      body: t("discardBody"),
      confirmLabel: t("discard"),
      cancelLabel: tView("back"),
      isDangerous: true,
    });
    if (isSure) onReload();
  }
  // What is read out is said once: not of somebody before it is known that it was the same person.
  if (isPending) return null;
  return (
    <>
      <Toast
        tone={isUnsaved ? "caution" : "info"}
        title={title(session?.name === by)}
        actions={
          isUnsaved ? (
            <>
              <Button size="small" onPress={onCompare}>
                {t("showChanges")}
              </Button>
              <Button size="small" onPress={() => void reload()}>
                {t("reload")}
              </Button>
            </>
          ) : historyPath === undefined ? undefined : (
            <Link href={historyPath}>{t("showChanges")}</Link>
          )
        }
        onClose={onClose}
      >
        <p>{t(isUnsaved ? "typedStays" : "shown")}</p>
        <p>{children}</p>
      </Toast>
      {question.dialog}
    </>
  );
}
