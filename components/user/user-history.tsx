"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/console/local-time";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { userRevisionsQuery } from "@/lib/client/user";
import type { UserChange } from "@/lib/configuration/user-difference";

/** Who changed the user, when, why, and what. */
export function UserHistory({ name }: { name: string }) {
  const t = useTranslations("userManagement.user.history");
  const refusalText = useRefusalText();
  const changeText = useChangeText();
  const { data, error } = useQuery(userRevisionsQuery(name));
  return (
    <section aria-labelledby="user-history" className="max-w-xl">
      <h2 id="user-history" className="pb-2 text-base font-semibold">
        {t("title")}
      </h2>
      {error && !data ? <Notice tone="bad">{refusalText(refusalOf(error))}</Notice> : null}
      <ol className="rounded-panel border border-line empty:hidden">
        {data?.items.map(({ number, at, by, reason, action, changes }) => (
          <li key={number} className="flex flex-col gap-0.5 border-line px-3 py-2 not-first:border-t">
            <p className="flex flex-wrap justify-between gap-x-4 text-xs text-muted">
              <span>{t("revision", { number })}</span>
              <span>
                {by}
                {" · "}
                <LocalTime at={at} />
              </span>
            </p>
            {action === "created" ? <p>{t("created")}</p> : null}
            {(changes as UserChange[]).map((change) => (
              <p key={change.kind}>{changeText(change)}</p>
            ))}
            {reason === "" ? null : <p className="text-muted">{t("reason", { reason })}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A function that puts one change of a user into words. */
function useChangeText(): (change: UserChange) => string {
  const t = useTranslations();
  return (change) => {
    if (change.kind === "passwordChanged") return t("userManagement.user.history.passwordChanged");
    if (change.kind === "roleChanged") {
      const names = { from: t(`catalogue.role.${change.from}`), to: t(`catalogue.role.${change.to}`) };
      return t("userManagement.user.history.roleChanged", names);
    }
    const none = t("userManagement.user.none");
    return t(`userManagement.user.history.${change.kind}`, {
      from: change.from || none,
      to: change.to || none,
    });
  };
}
