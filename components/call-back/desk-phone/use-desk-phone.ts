"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";
import { rememberAnswer, renamedQuery } from "@/lib/client/apply-change";
import { objectQuery } from "@/lib/client/configuration";
import { actOnPhone, displayQuery } from "@/lib/client/phone-operation";
import type { PhoneDto } from "@/lib/contract/phone";
import type { DisplayDto, PhoneActionDto } from "@/lib/contract/phone-operation";

/** True for a phone of another cluster, which is named `{cluster}:{pattern}`. */
export function isRemotePhone(name: string): boolean {
  return name.includes(":");
}

function isCollecting({ callState }: DisplayDto): boolean {
  return (
    callState === "Off Hook" || callState === "Digits After First" || callState === "Off Hook With Feature"
  );
}

/**
 * A phone in use: what it shows, what is configured of it (null for a phone of another cluster), the digits that are
 * typed but not dialled yet, and what a person can do with it. Actions happen one after the other.
 */
export function useDeskPhone(name: string) {
  const client = useQueryClient();
  const status = useStatus();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const [digits, showDigits] = useState("");
  // Keys come faster than the page is painted, so what a key does is decided by what holds when it comes.
  const typed = useRef("");
  function setDigits(next: string) {
    typed.current = next;
    showDigits(next);
  }
  const [isVideo, setVideo] = useState(false);
  const { data: shown, error } = useQuery(displayQuery(name));
  const { data: renamedTo = null } = useQuery(renamedQuery(name));
  const isGone = error !== null && refusalOf(error).code === "notFound";
  const display = isGone ? undefined : shown;
  const { data: stored } = useQuery({
    ...objectQuery("phone", { name, partition: null }),
    enabled: !isRemotePhone(name) && !isGone,
  });
  const mutationKey = ["phoneAction", name];
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: (action: PhoneActionDto) => actOnPhone(name, action),
    scope: { id: `phone ${name}` },
    onSuccess: (after) => rememberAnswer(client, after),
    onError: (problem) => {
      const refusal = refusalOf(problem);
      if (refusal.code === "notFound") void client.resetQueries({ queryKey: displayQuery(name).queryKey });
      const reasons = refusal.problems.map(problemText);
      status.show({ tone: "bad", text: [`${name}: ${refusalText(refusal)}`, ...reasons].join(" ") });
    },
  });
  const phone = stored as PhoneDto | undefined;
  function act(action: PhoneActionDto) {
    status.clear();
    mutate(action);
  }
  /** Dials a number, all digits at once; nothing is typed any more. */
  function dial(number: string) {
    act({ action: "dial", digits: number.trim(), ...(isVideo ? { video: true } : {}) });
    setDigits("");
  }
  /** What the phone was told to do last and has not done yet. */
  function pendingAction(): PhoneActionDto["action"] | undefined {
    const pending = client.getMutationCache().findAll({ mutationKey, status: "pending" }).at(-1);
    return (pending?.state.variables as PhoneActionDto | undefined)?.action;
  }
  return {
    name,
    display,
    /** There is no phone of this name (any more), and what it is called now, as far as that was told. */
    isGone,
    renamedTo,
    phone: phone ?? null,
    isRemote: isRemotePhone(name),
    digits,
    setDigits,
    isVideo,
    setVideo,
    act,
    /**
     * With dial tone a digit is dialled at once; else it is kept until all are dialled together. What the phone was told to
     * do and has not done yet counts as done: a digit follows the handset that is being lifted.
     */
    typeDigit(digit: string) {
      const doing = pendingAction();
      const isLifting = doing === "offHook" || doing === "digit";
      const now = client.getQueryData(displayQuery(name).queryKey);
      const hasDialTone = now !== undefined && isCollecting(now) && doing !== "onHook";
      if (isLifting || hasDialTone) act({ action: "digit", digit });
      else setDigits(typed.current + digit);
    },
    eraseDigit() {
      setDigits(typed.current.slice(0, -1));
    },
    /** Dials what is typed, all digits at once; without digits it lifts the handset. */
    dialOrLift() {
      const number = typed.current.trim();
      if (number === "") act({ action: "offHook" });
      else dial(number);
    },
    dial,
    hangUp() {
      setDigits("");
      act({ action: "onHook" });
    },
  };
}

export type DeskPhone = ReturnType<typeof useDeskPhone>;
