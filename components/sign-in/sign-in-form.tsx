"use client";

import { useMutation } from "@tanstack/react-query";
import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Brand } from "@/components/console/brand";
import { LanguageMenu } from "@/components/console/language-menu";
import { usePreferences } from "@/components/console/preferences";
import { useRefusalText } from "@/components/console/refusal-text";
import { ThemeMenu } from "@/components/console/theme-menu";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { refusalOf } from "@/lib/client/api-error";
import { signInMutation } from "@/lib/client/session";

/** Asks for user name and password. A wrong pair is told without saying which of the two it was. */
export function SignInForm() {
  const t = useTranslations("signIn");
  const refusalText = useRefusalText();
  const { setLanguage, setTheme } = usePreferences();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    ...signInMutation(),
    onSuccess: ({ language, theme }) => {
      if (theme) setTheme(theme);
      if (language) setLanguage(language);
      // A full load: nothing of an earlier person stays in memory.
      window.location.assign("/");
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ name, password });
  };
  const refusal = signIn.error && refusalOf(signIn.error);

  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-canvas">
      <div className="flex justify-end gap-1 p-3">
        <LanguageMenu />
        <ThemeMenu />
      </div>
      <main className="m-auto w-full max-w-88 px-4 pb-16">
        <div className="rounded-panel border border-line bg-surface p-6">
          <Brand />
          <p className="mt-1 text-muted">{t("intro")}</p>
          <h1 className="mt-5 mb-3 text-lg font-semibold">{t("title")}</h1>
          <form className="flex flex-col gap-3" onSubmit={submit}>
            <TextField label={t("name")} value={name} onChange={setName} autoComplete="username" autoFocus />
            <TextField
              label={t("password")}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
            />
            <div role="alert" className="empty:hidden">
              {refusal ? (
                <Notice tone="bad">
                  {refusal.code === "notSignedIn" ? t("wrong") : refusalText(refusal)}
                </Notice>
              ) : null}
            </div>
            <Button type="submit" variant="primary" icon={<LogIn aria-hidden />} isPending={signIn.isPending}>
              {t("submit")}
            </Button>
          </form>
        </div>
      </main>
      <footer className="p-3 text-center text-muted">{t("notAffiliated")}</footer>
    </div>
  );
}
