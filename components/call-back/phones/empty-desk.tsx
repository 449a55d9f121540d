"use client";

import { useQuery } from "@tanstack/react-query";
import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { pairQuery } from "@/lib/client/call-back";

type EmptyDeskProps = {
  /** Puts these phones there, with the guide beside them or without. */
  onAdd: (phones: readonly string[], withGuide: boolean) => void;
};

/** A desk without phones: offers two with which call back can be tried, or tells what is missing. */
export function EmptyDesk({ onAdd }: EmptyDeskProps) {
  const t = useTranslations("deskPhone");
  const { data } = useQuery(pairQuery());
  const pair = data?.pair;
  const names = pair ? [pair.originator.phone, pair.target.phone] : [];
  return (
    <EmptyState
      icon={<Phone aria-hidden />}
      title={t("empty")}
      action={
        pair ? (
          <>
            <Button variant="primary" onPress={() => onAdd(names, true)}>
              {t("guide.title")}
            </Button>
            <Button onPress={() => onAdd(names, false)}>{t("suggest")}</Button>
          </>
        ) : null
      }
    >
      <p>{t("emptyBody")}</p>
      {data && !pair ? (
        <p className="mt-2">{t.rich("noPair", { home: (chunks) => <Link href="/">{chunks}</Link> })}</p>
      ) : null}
    </EmptyState>
  );
}
