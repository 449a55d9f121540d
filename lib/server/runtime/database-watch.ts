import type { Logger } from "pino";
import { databaseTrouble } from "@/lib/server/db/trouble";
import { sentenceOf } from "@/lib/server/sentence";

const quietMilliseconds = 60_000;

/**
 * What a process knows of the health of its database, from the statements that failed and those that did not. It writes one
 * line when the database is lost, one a minute while it stays so, and one when it is back, however many statements fail.
 */
export class DatabaseWatch {
  readonly #logger: Pick<Logger, "error" | "warn">;
  readonly #now: () => number;
  #lostAt: number | null = null;
  #failures = 0;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(logger: Pick<Logger, "error" | "warn">, now: () => number = () => performance.now()) {
    this.#logger = logger;
    this.#now = now;
  }

  /** Whether the database could not be reached when it was last asked. */
  get isLost(): boolean {
    return this.#lostAt !== null;
  }

  /**
   * Takes note of a failure.
   * @returns whether it was the database's doing; only then something was written about it
   */
  failed(error: unknown): boolean {
    const trouble = databaseTrouble(error);
    if (trouble === null) return false;
    const now = this.#now();
    this.#failures += 1;
    const isNew = trouble === "away" && this.#lostAt === null;
    if (isNew) this.#lostAt = now;
    if (!isNew && now - this.#saidAt < quietMilliseconds) return true;
    const line = { event: `database.${trouble}`, reason: sentenceOf(error), failures: this.#failures };
    this.#logger.error(
      line,
      trouble === "away" ? "the database is away" : "the database keeps requests waiting",
    );
    this.#saidAt = now;
    this.#failures = 0;
    return true;
  }

  /** Takes note that the database has answered. */
  answered(): void {
    if (this.#lostAt === null) return;
    const seconds = Math.round((this.#now() - this.#lostAt) / 1_000);
    this.#logger.warn({ event: "database.back", seconds, failures: this.#failures }, "the database is back");
    this.#lostAt = null;
    this.#failures = 0;
    this.#saidAt = Number.NEGATIVE_INFINITY;
  }
}
