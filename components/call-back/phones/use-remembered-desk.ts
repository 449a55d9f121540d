"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import type { Bench } from "@/components/call-back/phones/use-bench";
import { refusalOf } from "@/lib/client/api-error";
import { desksQuery, refreshDesks, rememberDeskMutation } from "@/lib/client/desk";

/** Keeps what is on the desk with the person, whoever put it there: the page itself, a link, or the way back. */
export function useRememberedDesk({ desk, phones, call }: Bench): void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    ...rememberDeskMutation(),
    // One after the other, so that the last one is what is kept.
    scope: { id: "desk" },
    onSuccess: () => refreshDesks(client),
    // Deleted or renamed in another window: what is on it goes on without a name.
    onError: (error) => {
      if (refusalOf(error).code === "notFound") call(null);
    },
  });
  const shown = JSON.stringify([desk, phones]);
  const remember = useEffectEvent(() => {
    const open = client.getQueryData(desksQuery().queryKey)?.open;
    if (open && JSON.stringify([open.name, open.phones]) === shown) return;
    mutate({ body: { name: desk, phones } });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is remembered when what is shown changes.
  useEffect(() => remember(), [shown]);
}
