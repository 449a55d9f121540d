import { expect, test } from "vitest";
import { Gate } from "@/lib/server/auth/gate";
import { Refusal } from "@/lib/server/errors";
import { settled } from "@/lib/server/testing/settled";

/** A gate through which pieces of work go that end when they are told to. */
function watched(limits: { atOnce: number; waiting: number }) {
  const gate = new Gate(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  let running = 0;
  let mostRunning = 0;
  const start = (name: string, isPreferred = false) =>
    gate.run(isPreferred, async () => {
      begun.push(name);
      mostRunning = Math.max(mostRunning, ++running);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      running--;
      return name;
    });
  return { start, begun, end: (name: string) => ends.get(name)?.(), mostRunning: () => mostRunning };
}

test("no more run at once than may, and those that wait follow in order", async () => {
  const { start, begun, end, mostRunning } = watched({ atOnce: 2, waiting: 3 });
  const all = ["a", "b", "c", "d", "e"].map((name) => start(name));
  await settled();
  expect(begun).toEqual(["a", "b"]);
  for (const name of ["b", "a", "c", "d", "e"]) {
    end(name);
    await settled();
  }
  expect(await Promise.all(all)).toEqual(["a", "b", "c", "d", "e"]);
  expect(begun).toEqual(["a", "b", "c", "d", "e"]);
  expect(mostRunning()).toBe(2);
});

test("who finds a full line is refused at once and told when to come back", async () => {
  const { start, end } = watched({ atOnce: 1, waiting: 1 });
  const first = start("a");
  const second = start("b");
  const refusal = await start("c").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "signInBusy", data: { retryAfterSeconds: 1 } });
  end("a");
  await settled();
  end("b");
  expect(await Promise.all([first, second])).toEqual(["a", "b"]);
});

test("the preferred have a line of their own, which a crowd cannot fill, and go first", async () => {
  const { start, begun, end } = watched({ atOnce: 1, waiting: 2 });
  const all = [start("a"), start("b"), start("c"), start("owner", true)];
  await settled();
  for (const name of ["a", "owner", "b", "c"]) {
    end(name);
    await settled();
  }
  await Promise.all(all);
  expect(begun).toEqual(["a", "owner", "b", "c"]);
});

test("work that fails frees its place", async () => {
  const gate = new Gate({ atOnce: 1, waiting: 0 });
  await expect(gate.run(false, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await gate.run(false, async () => "next")).toBe("next");
});
