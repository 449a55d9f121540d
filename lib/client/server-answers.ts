import type { QueryClient } from "@tanstack/react-query";
import { isUnanswered, refusalOf } from "@/lib/client/api-error";

/**
 * Calls the listener whenever the server has answered a question, with the time at which it was asked: an answer that was
 * on its way says nothing of later.
 * @returns what ends it
 */
export function whenServerAnswers(client: QueryClient, listener: (askedAt: number) => void): () => void {
  const asked = new WeakMap<object, number>();
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { action, query } = event;
    if (action.type === "fetch") asked.set(query, Date.now());
    // What the page itself puts in, such as a change that was told, says nothing about the server.
    if (action.type === "success" && !action.manual) listener(asked.get(query) ?? 0);
  });
}

/**
 * Asks again, as soon as the server answers anything, what is shown and was not answered: pages ask something all the
 * time, and a list would otherwise go on saying that the server is away.
 * @returns what ends it
 */
export function askAgainWhenBack(client: QueryClient): () => void {
  return whenServerAnswers(client, () => {
    void client.refetchQueries({
      type: "active",
      predicate: ({ state }) =>
        state.status === "error" && state.fetchStatus === "idle" && isUnanswered(refusalOf(state.error)),
    });
  });
}
