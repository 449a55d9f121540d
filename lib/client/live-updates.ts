import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { applyChange, readAgain } from "@/lib/client/live-changes";
import type { ChangeEventDto } from "@/lib/contract/call-back";

/** Whether changes reach this page as they happen. */
export type LiveState = "connecting" | "live" | "lost";

const retryMilliseconds = 1_000;

/**
 * Follows what happens on the server as long as the page is shown, and keeps everything that was read up to date.
 * After a lost connection the browser asks for what came after the last change that it has seen.
 * @param phones whose displays are followed; the stream begins with what they show. Of all phones when absent
 */
export function useLiveUpdates(phones?: readonly string[]): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const query = (phones ?? []).map((name) => `phones=${encodeURIComponent(name)}`).join("&");
  useEffect(() => follow(client, query, setState), [client, query]);
  return state;
}

function follow(client: QueryClient, query: string, onState: (state: LiveState) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Changes are taken one after the other, in the order in which they came.
  let last = Promise.resolve();
  function open() {
    source = new EventSource(`${window.location.origin}/api/v1/events${query === "" ? "" : `?${query}`}`);
    source.onopen = () => {
      onState("live");
      // What happened between reading the page and this moment was told to nobody.
      last = last.then(() => readAgain(client));
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const change = JSON.parse(data) as ChangeEventDto;
      last = last.then(() => applyChange(client, change));
    };
    source.onerror = () => {
      onState("lost");
      // The browser tries again by itself unless the server has refused.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, retryMilliseconds);
    };
  }
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
