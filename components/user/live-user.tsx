"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LocalTime } from "@/components/console/local-time";
import { useSavedByOthers } from "@/components/console/object/use-saved-by-others";
import { SavedToast } from "@/components/console/saved-toast";
import { Link } from "@/components/ui/link";
import { Toast } from "@/components/ui/toast";
import { goneObjectQuery } from "@/lib/client/gone-object";
import { followWhileSeen } from "@/lib/client/live-updates";
import { userPath } from "@/lib/client/paths";
import { refreshUsers, userRevisionsQuery } from "@/lib/client/user";
import type { UserDto } from "@/lib/contract/user";

type LiveUserProps = {
  user: UserDto;
  /** The version on which what is typed is based. */
  base: UserDto;
  isReading: boolean;
  isUnsaved: boolean;
  isSaving: boolean;
  /** Both changes are shown already. */
  isCompared: boolean;
  /** Somebody else has deleted the user, or given another name. */
  isGone: boolean;
  onCompare: () => void;
  onReload: () => void;
};

/** Keeps the page of a user up to date with what others do to that user, and tells what they have done. */
export function LiveUser(props: LiveUserProps) {
  const { user, base, isReading, isUnsaved, isSaving, isCompared, isGone, onCompare, onReload } = props;
  const t = useTranslations("userManagement.user.others");
  const client = useQueryClient();
  const { name } = user;
  useEffect(() => followWhileSeen(client, () => void refreshUsers(client)), [client]);
  const { news, dismiss } = useSavedByOthers("user", user, { base, isReading, isSaving });
  const { data: history } = useQuery({ ...userRevisionsQuery(name), enabled: news !== null });
  if (isGone) return <GoneToast name={name} />;
  const by = history?.items.find(({ number }) => number === news?.version)?.by;
  if (!news || isCompared || by === undefined) return null;
  return (
    <SavedToast
      by={by}
      title={(isOwn) => t(isOwn ? "savedByYou" : "saved", { by })}
      isUnsaved={isUnsaved && base.version < news.version}
      onCompare={onCompare}
      onReload={() => {
        onReload();
        dismiss();
      }}
      onClose={dismiss}
    >
      {t("version", { version: news.version })} <LocalTime at={news.updatedAt} />
    </SavedToast>
  );
}

/** Tells that a user was deleted or renamed: by whom, and where the user is found now. */
function GoneToast({ name }: { name: string }) {
  const t = useTranslations("userManagement.user.others");
  const tOthers = useTranslations("configuration.others");
  const [isClosed, setClosed] = useState(false);
  const { data: told } = useQuery(goneObjectQuery("user", { name, partition: null }));
  if (isClosed || told === undefined) return null;
  const renamedTo = told?.renamedTo?.name;
  const title = !told ? "gone" : renamedTo === undefined ? "deleted" : "renamed";
  return (
    <Toast
      tone="caution"
      title={t(title, { by: told?.by ?? "", name: renamedTo ?? name })}
      actions={
        renamedTo === undefined ? undefined : (
          <Link href={userPath(renamedTo)}>{tOthers("open", { name: renamedTo })}</Link>
        )
      }
      onClose={() => setClosed(true)}
    >
      {tOthers("stillShown")}
    </Toast>
  );
}
