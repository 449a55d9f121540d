"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/console/message-page";
import { Button } from "@/components/ui/button";

/** Shown when a page fails; the server has logged why under the number. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <MessagePage
      title={t("errorPage.title")}
      action={
        <Button variant="primary" onPress={retry}>
          {t("retry")}
        </Button>
      }
    >
      <p>{t("errorPage.body")}</p>
      {digest === null ? null : <p>{t("errorPage.reference", { digest })}</p>}
    </MessagePage>
  );
}
