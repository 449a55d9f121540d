"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { InheritorList } from "@/components/console/deletion/inheritor-list";
import { useProblemText } from "@/components/console/refusal-text";
import type { StoredLocale } from "@/components/locale/use-installation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { dependenciesQuery } from "@/lib/client/configuration";
import { identityOf } from "@/lib/client/object-identity";
import { checkLocaleChange } from "@/lib/configuration/locale";

type UninstallLocaleProps = {
  locale: StoredLocale;
  isPending: boolean;
  onUninstall: () => void;
  onClose: () => void;
};

/** Asks before a locale is taken away; one that is used stays, with its dependency records (PR-02). */
export function UninstallLocale({ locale, isPending, onUninstall, onClose }: UninstallLocaleProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  const { name } = locale;
  const { data } = useQuery({ ...dependenciesQuery("locale", identityOf("locale", locale)), staleTime: 0 });
  const problems = checkLocaleChange(locale, { ...locale, isInstalled: false }, data?.total ?? 0);
  if (problems.length > 0) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t("locale.uninstall.refusedTitle", { name })}
        size="small"
        footer={
          <Button autoFocus onPress={onClose}>
            {t("common.close")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
          <DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />
          {data ? <InheritorList {...data.inheritedBy} /> : null}
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={onUninstall}
      title={t("locale.uninstall.title", { name })}
      confirmLabel={t("locale.uninstall.action")}
      isPending={isPending || !data}
    >
      <p>{t(data ? "locale.uninstall.question" : "locale.uninstall.checking")}</p>
    </ConfirmDialog>
  );
}
