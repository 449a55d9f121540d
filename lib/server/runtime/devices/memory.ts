/** The newest answers to questions whose answers never change; the oldest are forgotten. */
export class Memory<Answer> {
  readonly #answers = new Map<string, Answer>();

  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  recall(question: string): Answer | undefined {
    return this.#answers.get(question);
  }

  keep(question: string, answer: Answer): void {
    this.#answers.set(question, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
  }
}
