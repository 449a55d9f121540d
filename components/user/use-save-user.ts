"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { contentOf, type UserFields, userPatch } from "@/components/user/content";
import { refusalOf } from "@/lib/client/api-error";
import { userPath } from "@/lib/client/paths";
import { refreshUsers, updateUser, userQuery } from "@/lib/client/user";
import type { Problem } from "@/lib/configuration/problem";
import type { UserContent } from "@/lib/configuration/user";
import type { UserDto } from "@/lib/contract/user";

/** A save that was based on an old version: what it was based on, what is stored now, what was to be saved. */
export type StaleSave = { base: UserContent; current: UserDto; fields: UserFields };

type SaveResult = { saved: UserDto } | { problems: readonly Problem[] };

/**
 * Saves a user and tells the outcome in the status line; a stale save waits in `stale` to be settled.
 * @param ownName who is signed in; that person stays signed in here after giving themselves a new password
 */
export function useSaveUser(ownName: string) {
  const t = useTranslations("userManagement.user.status");
  const tAccount = useTranslations("userManagement.account.status");
  const status = useStatus();
  const router = useRouter();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const update = useMutation({ mutationFn: updateUser });
  const [stale, setStale] = useState<StaleSave | null>(null);

  async function afterSave(base: UserDto, saved: UserDto, password: string) {
    if (base.name === ownName) {
      // The shell shows name and role of the person who is signed in.
      router.refresh();
    }
    client.setQueryData(userQuery(saved.name).queryKey, saved);
    // A renamed user is not there any more under the name that this page still shows.
    void refreshUsers(client, { refetch: saved.name === base.name });
    const detail = [
      ...(password === ""
        ? []
        : [base.name === ownName ? tAccount("signedOut") : t("signedOut", { name: saved.name })]),
      ...(saved.role === base.role ? [] : [t("roleNow")]),
    ].join(" ");
    const shown = { tone: "good", text: t("updated"), ...(detail === "" ? {} : { detail }) } as const;
    status.show(shown, { forPath: userPath(saved.name) });
  }

  /** Saves what the form holds; with no difference to `base` it only says so. */
  async function save(base: UserDto, fields: UserFields): Promise<SaveResult> {
    status.clear();
    const { reason, ...patch } = userPatch(contentOf(base), fields);
    if (Object.keys(patch).length === 0) {
      status.show({ tone: "info", text: t("nothingToSave") });
      return { saved: base };
    }
    const body = { ...patch, version: base.version, ...(reason === undefined ? {} : { reason }) };
    try {
      const saved = await update.mutateAsync({ params: { name: base.name }, body });
      await afterSave(base, saved, fields.password);
      return { saved };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === "stale") {
        const current = refusal.data.current as UserDto;
        setStale({ base: contentOf(base), current, fields });
      }
      status.show({ tone: "bad", text: t("notSaved"), detail: refusalText(refusal), refusal });
      return { problems: refusal.problems };
    }
  }

  /** Shows what is stored now beside what is typed, before it is saved. */
  const compare = (base: UserDto, current: UserDto, fields: UserFields) =>
    setStale({ base: contentOf(base), current, fields });
  return { save, isPending: update.isPending, stale, settle: () => setStale(null), compare };
}
