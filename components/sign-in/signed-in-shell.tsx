"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Shell } from "@/components/console/shell";
import { searchObjects } from "@/lib/client/search";
import { setPreferencesMutation, signOutMutation } from "@/lib/client/session";
import type { SessionDto } from "@/lib/contract/session";

/** The shell for the person who is signed in. */
export function SignedInShell({ session, children }: { session: SessionDto; children: ReactNode }) {
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
      searchObjects={searchObjects}
    >
      {children}
    </Shell>
  );
}
