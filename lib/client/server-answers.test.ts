import { ORPCError } from "@orpc/client";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { askAgainWhenBack, whenServerAnswers } from "@/lib/client/server-answers";

const away = () => Promise.reject(new TypeError("Failed to fetch"));

/** A client with a query that is shown, whose answers are given one after the other. */
async function shown(client: QueryClient, key: string, ask: () => Promise<string>) {
  const observer = new QueryObserver(client, { queryKey: [key], queryFn: ask, retry: false });
  const leave = observer.subscribe(() => undefined);
  await vi.waitFor(() => expect(observer.getCurrentResult().fetchStatus).toBe("idle"));
  return { observer, leave };
}

test("what was not answered is asked again as soon as the server answers something else", async () => {
  const client = new QueryClient();
  const end = askAgainWhenBack(client);
  const ask = vi.fn<() => Promise<string>>().mockImplementationOnce(away).mockResolvedValue("rows");
  const { observer, leave } = await shown(client, "list", ask);
  expect(observer.getCurrentResult().isError).toBe(true);
  await client.fetchQuery({ queryKey: ["count"], queryFn: () => Promise.resolve("3") });
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("rows"));
  expect(ask).toHaveBeenCalledTimes(2);
  leave();
  end();
});

test("a refusal is not asked again: it would be the same", async () => {
  const client = new QueryClient();
  const end = askAgainWhenBack(client);
  const ask = vi.fn(() => Promise.reject(new ORPCError("forbidden", { status: 403 })));
  const { leave } = await shown(client, "list", ask);
  await client.fetchQuery({ queryKey: ["count"], queryFn: () => Promise.resolve("3") });
  expect(ask).toHaveBeenCalledTimes(1);
  leave();
  end();
});

test("an answer tells when its question was asked, for one on its way says nothing of later", async () => {
  const client = new QueryClient();
  const listener = vi.fn();
  const end = whenServerAnswers(client, listener);
  const before = Date.now();
  let answer: (text: string) => void = () => undefined;
  const asked = client.fetchQuery({
    queryKey: ["slow"],
    queryFn: () => new Promise<string>((resolve) => (answer = resolve)),
  });
  const after = Date.now();
  await new Promise((done) => setTimeout(done, 20));
  answer("late");
  await asked;
  const [[askedAt]] = listener.mock.calls as [[number]];
  expect(askedAt).toBeGreaterThanOrEqual(before);
  expect(askedAt).toBeLessThanOrEqual(after);
  end();
});

test("what a page puts in itself is no answer of the server", () => {
  const client = new QueryClient();
  const listener = vi.fn();
  const end = whenServerAnswers(client, listener);
  client.setQueryData(["count"], "4");
  expect(listener).not.toHaveBeenCalled();
  end();
});
