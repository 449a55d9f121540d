"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { refusalOf } from "@/lib/client/api-error";
import { softkeyTemplateQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type WithTemplateProps = {
  name: string;
  title: string;
  children: (template: SoftkeyTemplateDto) => ReactNode;
};

/** Reads the template that a page is about; until it is there, the page says so. */
export function WithTemplate({ name, title, children }: WithTemplateProps) {
  const t = useTranslations("common");
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(softkeyTemplateQuery(name));
  if (data) return children(data);
  return (
    <Page at="softkeyTemplate" title={title} below={[{ label: name }]}>
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
