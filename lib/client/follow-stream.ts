import { refusalOf } from "@/lib/client/api-error";

/** Whether changes reach this page as they happen. */
export type LiveState = "connecting" | "live" | "lost" | "signedOut";

const noAnswer = 0;
const signedOutStatus = 401;
export const firstDelayMilliseconds = 1_000;
export const longestDelayMilliseconds = 60_000;

/** A stream of changes that is opened again whenever it ends, and what is done with it. */
export interface Followed<Change> {
  /** Opens it, behind the change with that id when one was seen. It throws what the server refuses it with. */
  open(lastId: string | undefined): Promise<AsyncIterable<Change>>;
  /** A number that grows from change to change. */
  idOf(change: Change): string | undefined;
  onState(state: LiveState): void;
  /** Before the first change of a stream that was just opened. */
  onOpen(): unknown;
  /** Before a change whose id is lower than one before it: the server has another database by now. */
  onOtherDatabase(): unknown;
  /** The next change waits for it. */
  onChange(change: Change): unknown;
}

/** Time and chance, which tests choose. */
export interface Waiting {
  now(): number;
  /** From 0 to 1, not 1 itself. */
  random(): number;
  /** Ends after that time, or when the signal says so. */
  pause(milliseconds: number, over: AbortSignal): Promise<void>;
}

/** What the page knows and the stream does not. */
export interface Following {
  /** Something else was answered just now: the server is there, and knows who asks. */
  answered(): void;
  stop(): void;
}

/**
 * How long to wait before it is tried again: twice as long each time up to a minute, and never at the same moment as
 * others who lost the same server.
 * @param failures that there were in a row before this one
 */
export function delayMilliseconds(failures: number, random: number): number {
  const most = Math.min(longestDelayMilliseconds, firstDelayMilliseconds * 2 ** Math.min(failures, 16));
  return most / 2 + (random * most) / 2;
}

/**
 * Follows a stream as long as it is wanted. Whoever is signed out does not ask again by themselves: each time the server
 * would refuse it and write so down. As soon as anything else of the page is answered they do, and so does who waits for
 * a server that was away.
 */
export function followStream<Change>(stream: Followed<Change>, waiting: Waiting): Following {
  const stopped = new AbortController();
  let rest: { readonly wake: AbortController; readonly isForServer: boolean } | null = null;

  async function run() {
    let lastId: string | undefined;
    for (let failures = 0; !stopped.signal.aborted; failures++) {
      let begun: number | null = null;
      let status: number | null = null;
      try {
        const changes = await stream.open(lastId);
        begun = waiting.now();
        stream.onState("live");
        await stream.onOpen();
        for await (const change of changes) {
          if (stopped.signal.aborted) return;
          const id = stream.idOf(change) ?? lastId;
          if (Number(id) < Number(lastId)) await stream.onOtherDatabase();
          await stream.onChange(change);
          lastId = id;
        }
      } catch (error) {
        ({ status } = refusalOf(error));
      }
      if (stopped.signal.aborted) return;
      // One that ends as soon as it has begun is a failure too: of too many windows each ends the stream of another.
      if (begun !== null && waiting.now() - begun >= longestDelayMilliseconds) failures = 0;
      const isSignedOut = status === signedOutStatus;
      stream.onState(isSignedOut ? "signedOut" : "lost");
      const isForServer = isSignedOut || status === noAnswer || (status !== null && status >= 500);
      await pause(isSignedOut ? null : delayMilliseconds(failures, waiting.random()), isForServer);
    }
  }

  /**
   * @param milliseconds null: until something is answered
   * @param isForServer whether an answer to something else is worth another try. It is not for who was refused for what
   * they asked, or shares the streams of one user with too many windows
   */
  async function pause(milliseconds: number | null, isForServer: boolean): Promise<void> {
    const wake = new AbortController();
    rest = { wake, isForServer };
    const over = AbortSignal.any([wake.signal, stopped.signal]);
    if (milliseconds !== null) await waiting.pause(milliseconds, over);
    else if (!over.aborted)
      await new Promise<void>((resolve) => over.addEventListener("abort", () => resolve(), { once: true }));
    rest = null;
  }

  void run();
  return {
    answered: () => {
      if (rest?.isForServer) rest.wake.abort();
    },
    stop: () => stopped.abort(),
  };
}
