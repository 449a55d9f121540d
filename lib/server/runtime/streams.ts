import { stillValid } from "@/lib/server/auth/still-valid";
import type { Actor } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/open";
import { realClock } from "@/lib/server/runtime/clock";

/** More streams of one user than a person has windows are forgotten ones: a further one ends the oldest. */
export const mostStreamsOfUser = 10;
/** Who signs out, is deleted or gets another role is told nothing after twice this time. */
const lookEveryMilliseconds = 2_000;

interface Stream {
  readonly actor: Actor;
  readonly end: () => void;
}

/** The event streams of this process: each lasts as long as its viewer may see what it tells. */
export class Streams {
  readonly #database: Database;
  /** In the order in which they began. */
  readonly #streams = new Set<Stream>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds a stream. When its user has too many, the oldest of them ends.
   * @param end ends the stream
   * @returns to be called when the stream has ended, by whichever side
   */
  add(actor: Actor, end: () => void): () => void {
    const stream = { actor, end };
    this.#streams.add(stream);
    const own = [...this.#streams].filter((one) => one.actor.userId === actor.userId);
    for (const oldest of own.slice(0, -mostStreamsOfUser)) this.#finish(oldest);
    this.#timer ??= setInterval(() => void this.#look(), lookEveryMilliseconds);
    return () => this.#remove(stream);
  }

  /** How many there are. */
  get size(): number {
    return this.#streams.size;
  }

  /** Ends the streams of those who may not see them any more. */
  async endInvalid(): Promise<void> {
    const streams = [...this.#streams];
    const actors = streams.map(({ actor }) => actor);
    const valid = await stillValid(this.#database.prisma, actors, realClock.now());
    for (const stream of streams) if (!valid.has(stream.actor)) this.#finish(stream);
  }

  async #look(): Promise<void> {
    try {
      await this.endInvalid();
    } catch {
      // The database is away: nothing can be told either. The next look finds what has changed.
    }
  }

  #finish(stream: Stream): void {
    this.#remove(stream);
    stream.end();
  }

  #remove(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
