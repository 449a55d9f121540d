"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Dependency } from "@/components/console/deletion/dependency-list";
import { type ApiRefusal, refusalOf } from "@/lib/client/api-error";
import { refreshObjects } from "@/lib/client/configuration";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { type ReassignKind, reassignUses } from "@/lib/client/reassign";
import type { Problem } from "@/lib/configuration/problem";

/** An object that cannot use the other one, and why. */
export type RefusedUse = Dependency & { readonly problems: readonly Problem[] };

/** Why nothing was reassigned: the objects that cannot, or another reason. */
export type ReassignRefusal = ApiRefusal & { readonly refused: readonly RefusedUse[] };

/** Lets what uses an object use another one and then goes on; a refusal changes nothing and is kept to be told. */
export function useReassign(kind: ReassignKind, from: ObjectIdentity, onReassigned: () => void) {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ReassignRefusal | null>(null);

  async function run(to: ObjectIdentity | null) {
    setPending(true);
    setRefusal(null);
    try {
      await reassignUses(kind, from, to);
      await refreshObjects(client, { refetch: false });
      onReassigned();
    } catch (error) {
      const told = refusalOf(error);
      const { refused = [] } = told.data as { refused?: readonly RefusedUse[] };
      setRefusal({ ...told, refused });
    }
    setPending(false);
  }
  return { reassign: (to: ObjectIdentity | null) => void run(to), isPending, refusal };
}
