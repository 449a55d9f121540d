import { Batcher } from "@/lib/server/concurrency/batcher";
import {
  lastAnnouncedPlace,
  listAnnouncements,
  type StoredAnnouncement,
} from "@/lib/server/db/call/announcement";
import type { Database } from "@/lib/server/db/open";

type Reader = (announcements: readonly StoredAnnouncement[]) => void;

const mostAtOnce = 500;
/** A notification can get lost with its connection; then the next look finds the news. */
const lookEveryMilliseconds = 1_000;

/** What is announced, read once for all viewers of this process while there are any. */
export class News {
  readonly #database: Database;
  readonly #readers = new Set<Reader>();
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
   * Tells a reader everything that is announced from now on, in order.
   * @returns the place from which on it is told, and how to end it
   */
  async follow(reader: Reader): Promise<{ readonly after: bigint; readonly end: () => Promise<void> }> {
    // A start that failed, because the database was away, is no start for those who come later.
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = null;
      throw error;
    });
    await this.#starting;
    const after = this.#place;
    this.#readers.add(reader);
    return { after, end: () => this.#leave(reader) };
  }

  async #start(): Promise<void> {
    const unlisten = await this.#database.listen(() => void this.#look());
    try {
      this.#place = await lastAnnouncedPlace(this.#database.prisma);
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

  async #leave(reader: Reader): Promise<void> {
    this.#readers.delete(reader);
    if (this.#readers.size > 0 || !this.#stop) return;
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
        const news = await listAnnouncements(this.#database.prisma, this.#place, mostAtOnce);
        const last = news.at(-1);
        // Whoever has begun to follow since knows another place.
        if (!last || this.#stop !== stop) return;
        this.#place = BigInt(last.place);
        for (const reader of this.#readers) reader(news);
        isMore = news.length === mostAtOnce;
      }
    } catch {
      // The database is away; the next look finds what was missed.
    }
  }
}
