"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { firstCallBackSteps, stepsDone } from "@/lib/callback/display/first-call-back";
import { rememberAnswer } from "@/lib/client/apply-change";
import { newestRequestOfQuery } from "@/lib/client/call-back";
import { actOnPhone, displayQuery } from "@/lib/client/phone-operation";

/** The two phones of the guide by their names: who asks for call back, and who is called back. */
export interface GuidedPhones {
  readonly originator: string;
  readonly target: string;
}

/** How far two phones are on their way through a first call back, as they show it. */
export function useFirstCallBack({ originator, target }: GuidedPhones) {
  const client = useQueryClient();
  const { data: caller } = useQuery(displayQuery(originator));
  const { data: called } = useQuery(displayQuery(target));
  const { data: requests } = useQuery(newestRequestOfQuery(originator));
  const [seen, setSeen] = useState({ originator, target, done: 0 });
  const isSame = seen.originator === originator && seen.target === target;
  const before = isSame ? seen.done : 0;
  const number = called?.lines[0]?.directoryNumber ?? target;
  const request = requests?.items[0] ?? null;
  const done =
    caller && called && requests
      ? stepsDone(before, { number, originator: caller, target: called, request })
      : before;
  // What was done before is part of what is seen now, so it is kept while the page is painted.
  if (!isSame || done !== seen.done) setSeen({ originator, target, done });
  /** A story begins with both handsets down. */
  const { mutate: begin, isPending: isBeginning } = useMutation({
    mutationFn: () =>
      Promise.all(
        [originator, target].map(async (phone) =>
          rememberAnswer(client, await actOnPhone(phone, { action: "onHook" })),
        ),
      ),
    onSettled: () => setSeen({ originator, target, done: 0 }),
  });
  return {
    done,
    /** What is to be done next, and where; null at the end. */
    current: firstCallBackSteps[done] ?? null,
    numbers: { originator: caller?.lines[0]?.directoryNumber ?? originator, target: number },
    request,
    begin,
    isBeginning,
  };
}

export type FirstCallBackProgress = ReturnType<typeof useFirstCallBack>;
