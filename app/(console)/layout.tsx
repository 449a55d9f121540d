import type { ReactNode } from "react";
import { SignedInShell } from "@/components/sign-in/signed-in-shell";
import { signedInSession } from "@/lib/server/pages/current-session";

/** Every page for signed-in people: the shell around it, and the way to the sign-in page without a session. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  return <SignedInShell session={await signedInSession()}>{children}</SignedInShell>;
}
