"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MenuId } from "@/components/console/menu-tree";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { refusalOf } from "@/lib/client/api-error";

type WithObjectProps<Stored> = {
  /** The entry of the menu that the page belongs to. */
  at: MenuId;
  title: string;
  name: string;
  query: Pick<UseQueryResult<Stored>, "data" | "error" | "refetch">;
  children: (object: Stored) => ReactNode;
};

/** Shows the object that a page is about; until it is there, the page says so. */
export function WithObject<Stored>({ at, title, name, query, children }: WithObjectProps<Stored>) {
  const t = useTranslations("common");
  const refusalText = useRefusalText();
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  return (
    <Page at={at} title={title} below={[{ label: name }]}>
      <div className="p-4">
        {error ? (
          <Notice tone="bad">
            <p>{refusalText(refusalOf(error))}</p>
            <Button size="small" className="mt-2" onPress={() => void refetch()}>
              {t("retry")}
            </Button>
          </Notice>
        ) : (
          <p role="status" aria-label={t("loading")}>
            <Skeleton width="40%" />
          </p>
        )}
      </div>
    </Page>
  );
}
