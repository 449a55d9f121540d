"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { refusalOf } from "@/lib/client/api-error";
import { endOtherSessionsMutation } from "@/lib/client/session";

/** Signs the person out everywhere but here, after asking. */
export function EndOtherSessions() {
  const t = useTranslations("userManagement.account.sessions");
  const status = useStatus();
  const refusalText = useRefusalText();
  const [isAsked, setAsked] = useState(false);
  const end = useMutation({
    ...endOtherSessionsMutation(),
    onSuccess: ({ ended }) => status.show({ tone: "good", text: t("ended", { count: ended }) }),
    onError: (error) =>
      status.show({ tone: "bad", text: t("notEnded"), detail: refusalText(refusalOf(error)) }),
    onSettled: () => setAsked(false),
  });
  return (
    <section aria-labelledby="account-sessions" className="mt-6 max-w-xl border-t border-line pt-4">
      <h2 id="account-sessions" className="text-base font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 mb-3 text-muted">{t("body")}</p>
      <Button
        icon={<LogOut aria-hidden />}
        onPress={() => {
          status.clear();
          setAsked(true);
        }}
      >
        {t("endOthers")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onCancel={() => setAsked(false)}
        onConfirm={() => end.mutate({})}
        title={t("askTitle")}
        confirmLabel={t("endOthers")}
        isDangerous
        isPending={end.isPending}
      >
        {t("askBody")}
      </ConfirmDialog>
    </section>
  );
}
