import { Batcher } from "@/lib/server/concurrency/batcher";
import {
  lastPublishedPlace,
  listChangeEvents,
  type StoredChangeEvent,
} from "@/lib/server/db/call/change-event";
import type { Database } from "@/lib/server/db/open";

type Subscriber = (changes: readonly StoredChangeEvent[]) => void;

const mostAtOnce = 500;
/** A notification can get lost with its connection; then the next look finds the changes. */
const lookEveryMilliseconds = 1_000;

/** The changes that are published, read once for all viewers of this process while there are any. */
export class ChangeFeed {
  readonly #database: Database;
  readonly #subscribers = new Set<Subscriber>();
  #place = 0n;
  #stop: (() => Promise<void>) | null = null;
  /** What is notified during a look is found by the next one. */
  readonly #looks = new Batcher<void, void>(async (group) => {
    await this.#read();
    for (const { resolve } of group) resolve();
  });
  #starting: Promise<void> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Passes everything that is published from now on to a subscriber, in order.
   * @returns the place after which it begins, and how to end it
   */
  async subscribe(
    subscriber: Subscriber,
  ): Promise<{ readonly after: bigint; readonly end: () => Promise<void> }> {
    // A start that failed, because the database was away, is no start for those who come later.
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = null;
      throw error;
    });
    await this.#starting;
    const after = this.#place;
    this.#subscribers.add(subscriber);
    return { after, end: () => this.#leave(subscriber) };
  }

  async #start(): Promise<void> {
    const unlisten = await this.#database.listen(() => void this.#look());
    try {
      this.#place = await lastPublishedPlace(this.#database.prisma);
    } catch (error) {
      await unlisten();
      throw error;
    }
    const timer = setInterval(() => void this.#look(), lookEveryMilliseconds);
    this.#stop = async () => {
      clearInterval(timer);
      await unlisten();
    };
  }

  async #leave(subscriber: Subscriber): Promise<void> {
    this.#subscribers.delete(subscriber);
    if (this.#subscribers.size > 0 || !this.#stop) return;
    const stop = this.#stop;
    this.#stop = null;
    this.#starting = null;
    await stop();
  }

  async #look(): Promise<void> {
    await this.#looks.ask();
  }

  async #read(): Promise<void> {
    const stop = this.#stop;
    try {
      for (let isMore = stop !== null; isMore; ) {
        const changes = await listChangeEvents(this.#database.prisma, this.#place, mostAtOnce);
        const last = changes.at(-1);
        // Whoever has subscribed since knows another place.
        if (!last || this.#stop !== stop) return;
        this.#place = BigInt(last.place);
        for (const subscriber of this.#subscribers) subscriber(changes);
        isMore = changes.length === mostAtOnce;
      }
    } catch {
      // The database is away; the next look finds what was missed.
    }
  }
}
