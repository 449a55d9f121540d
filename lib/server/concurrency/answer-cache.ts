import { LruCache } from "@/lib/server/concurrency/lru-cache";

/** Answers to questions whose answers never change, by keys: questions with the same key have the same answer. */
export class AnswerCache<Question, Answer> {
  readonly #answers: LruCache<string, Answer>;

  /** @param most so many answers are kept at most */
  constructor(most: number) {
    this.#answers = new LruCache(most);
  }

  /**
   * Answers questions, of which there may be more than answers are kept.
   * @param workOut answers those whose answers are not kept, as far as there are any; not called for none
   * @returns the answers by the same keys
   */
  async of(
    questions: ReadonlyMap<string, Question>,
    workOut: (unknown: ReadonlyMap<string, Question>) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<ReadonlyMap<string, Answer>> {
    const answers = new Map<string, Answer>();
    const unknown = new Map<string, Question>();
    for (const [key, question] of questions) {
      const answer = this.#answers.get(key);
      if (answer === undefined) unknown.set(key, question);
      else answers.set(key, answer);
    }
    if (unknown.size === 0) return answers;
    for (const [key, answer] of await workOut(unknown)) {
      answers.set(key, answer);
      this.#answers.set(key, answer);
    }
    return answers;
  }
}
