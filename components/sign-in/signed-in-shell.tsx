"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shell } from "@/components/console/shell";
import { searchObjects } from "@/lib/client/search";
import { setPreferencesMutation, signOutMutation } from "@/lib/client/session";
import type { SessionDto } from "@/lib/contract/session";

/** The shell for the person who is signed in. */
export function SignedInShell({ session, children }: { session: SessionDto; children: ReactNode }) {
  const t = useTranslations("shell.tree");
  const signOut = useMutation({
    ...signOutMutation(),
    // A full load: nothing of this person stays in memory.
    onSettled: () => window.location.assign("/sign-in"),
  });
  const preferences = useMutation(setPreferencesMutation());
  return (
    <Shell
      user={{ name: session.name, displayName: session.fullName || session.name, role: session.role }}
      clusterName="StandAloneCluster"
      onSignOut={() => signOut.mutate(undefined)}
      onPreference={(preference) => preferences.mutate(preference)}
      searchObjects={async (text, signal) => {
        const found = await searchObjects(text, signal);
        return found.map((object) => ({ ...object, id: object.href, kind: t(object.kind) }));
      }}
    >
      {children}
    </Shell>
  );
}
