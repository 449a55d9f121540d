"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { UserEditor } from "@/components/user/user-editor";
import { refusalOf } from "@/lib/client/api-error";
import { userListPath } from "@/lib/client/paths";
import { userQuery } from "@/lib/client/user";

type UserPageProps = { name: string; ownName: string; mayUpdate: boolean };

/** The page of a user; until the user is there, or when there is none, the page says so. */
export function UserPage({ name, ...access }: UserPageProps) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const { data, error, refetch, isFetching } = useQuery(userQuery(name));
  const isGone = error !== null && refusalOf(error).code === "notFound";
  if (data) return <UserEditor key={name} user={data} isReading={isFetching} isGone={isGone} {...access} />;
  return (
    <Page
      at="user"
      title={t("userManagement.user.configuration")}
      below={[{ label: name }]}
      relatedLinks={[{ id: "list", label: t("common.backToFindList"), href: userListPath }]}
    >
      <div className="p-4">
        {error ? (
          <Notice tone="bad">
            <p>{refusalText(refusalOf(error))}</p>
            <Button size="small" className="mt-2" onPress={() => void refetch()}>
              {t("common.retry")}
            </Button>
          </Notice>
        ) : (
          <p role="status" aria-label={t("common.loading")}>
            <Skeleton width="40%" />
          </p>
        )}
      </div>
    </Page>
  );
}
