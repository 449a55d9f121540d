import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignedInShell } from "@/components/sign-in/signed-in-shell";
import { currentSession } from "@/lib/server/pages/current-session";

/** Every page for signed-in people: the shell around it, and the way to the sign-in page without a session. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  return <SignedInShell session={session}>{children}</SignedInShell>;
}
