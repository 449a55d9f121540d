import { getEventMeta } from "@orpc/client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/lib/client/api";
import { refusalOf } from "@/lib/client/api-error";
import { applyChange, forgetAges, readUntold } from "@/lib/client/apply-change";
import { followStream, type LiveState, type Waiting } from "@/lib/client/follow-stream";
import { whenServerAnswers } from "@/lib/client/server-answers";
import type { ChangeEventDto } from "@/lib/contract/call-back";

/** Older than any change: who has it is told of phones that are gone instead of being refused. */
const beforeAll = "0";

/**
 * Follows what happens on the server as long as the page is shown, and keeps everything that was read up to date.
 * After a lost connection it asks for what came after the last change that it has seen.
 * @param phones whose displays are followed; the stream begins with what they show. Of all phones when absent
 */
export function useLiveUpdates(phones?: readonly string[]): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const names = JSON.stringify(phones ?? []);
  useEffect(
    () => follow(client, { phones: JSON.parse(names) as string[] }, setState, () => readUntold(client)),
    [client, names],
  );
  return state;
}

/**
 * Follows what becomes of objects of the configuration and of jobs, and keeps what was read of them up to date, as long as the
 * window is seen: a browser holds few connections, and windows that nobody sees need none.
 * @param onOpen whenever it begins: what happened before was told to nobody
 * @returns what ends it
 */
export function followWhileSeen(client: QueryClient, onOpen: () => void): () => void {
  let stop: (() => void) | null = null;
  const followOrStop = () => {
    const isSeen = document.visibilityState === "visible";
    if (isSeen) stop ??= follow(client, { phones: [], topics: ["configuration", "job"] }, () => {}, onOpen);
    else end();
  };
  const end = () => {
    stop?.();
    stop = null;
  };
  document.addEventListener("visibilitychange", followOrStop);
  followOrStop();
  return () => {
    document.removeEventListener("visibilitychange", followOrStop);
    end();
  };
}

type Wanted = { readonly phones: string[]; readonly topics?: ChangeEventDto["topic"][] };

function follow(
  client: QueryClient,
  wanted: Wanted,
  onState: (state: LiveState) => void,
  onOpen: () => void,
): () => void {
  const left = new AbortController();
  // What is known may be of long ago, when nobody followed what happens.
  forgetAges(client);
  const following = followStream(
    {
      open: (lastId) => openStream(wanted, lastId, left.signal),
      idOf: (change) => getEventMeta(change)?.id,
      onState,
      // What happened between reading the page and this moment was told to nobody.
      onOpen,
      onOtherDatabase: () => forgetAges(client),
      // The types that came as JSON are those of the contract: a change holds texts and numbers.
      onChange: (change) => applyChange(client, change as ChangeEventDto),
    },
    inBrowser,
  );
  const forget = whenServerAnswers(client, () => following.answered());
  return () => {
    forget();
    following.stop();
    left.abort();
  };
}

async function openStream({ phones, topics }: Wanted, lastEventId: string | undefined, signal: AbortSignal) {
  const query = { ...(phones.length === 0 ? {} : { phones }), ...(topics ? { topics } : {}) };
  try {
    return await api.callBack.events({ query }, { lastEventId, signal });
  } catch (error) {
    // None of the phones is there. The desk says so already, and goes on: one may come back.
    if (phones.length === 0 || lastEventId !== undefined || refusalOf(error).code !== "notFound") throw error;
    return api.callBack.events({ query }, { lastEventId: beforeAll, signal });
  }
}

const inBrowser: Waiting = {
  now: () => performance.now(),
  random: Math.random,
  pause: (milliseconds, over) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        over.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      over.addEventListener("abort", end);
      if (over.aborted) end();
    }),
};
