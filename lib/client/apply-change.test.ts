import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { applyChange, forgetAges, rememberAnswer } from "@/lib/client/apply-change";
import { objectQuery } from "@/lib/client/configuration";
import { goneObjectQuery } from "@/lib/client/gone-object";
import { displayQuery } from "@/lib/client/phone-operation";
import type { ChangeEventDto } from "@/lib/contract/call-back";
import type { DisplayDto } from "@/lib/contract/phone-operation";

const phone = "SEP000000002001";
const { queryKey } = displayQuery(phone);

/** What the phone showed as of a change. */
function shown(asOf: number, callState: DisplayDto["callState"] = "On Hook"): DisplayDto {
  return { phone, callState, asOf } as DisplayDto;
}

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
const arrives = (display: DisplayDto) => applyChange(client, { topic: "display", phone, display });
const known = () => client.getQueryData<DisplayDto>(queryKey);

describe("what a phone shows", () => {
  test("is what is newer, whether an answer or a change told of it, in whatever order they come", async () => {
    await arrives(shown(1));
    await rememberAnswer(client, shown(3, "Off Hook"));
    // The stream is late with what it began with.
    await arrives(shown(2));
    expect(known()).toEqual(shown(3, "Off Hook"));
    await arrives(shown(5, "Digits After First"));
    await rememberAnswer(client, shown(4, "Off Hook"));
    expect(known()).toEqual(shown(5, "Digits After First"));
  });

  test("is taken whatever its age once ages are forgotten: the database may be another one", async () => {
    await arrives(shown(900, "Off Hook"));
    forgetAges(client);
    expect(known()?.callState).toBe("Off Hook");
    await arrives(shown(7));
    expect(known()).toEqual(shown(7));
  });

  test("is not what a late answer says of a phone that is gone", async () => {
    await arrives(shown(1));
    await applyChange(client, { topic: "removed", phones: [{ phone, renamedTo: null }], jobs: [] });
    await rememberAnswer(client, shown(2, "Off Hook"));
    expect(known()).toBeUndefined();
    await arrives(shown(3));
    expect(known()).toEqual(shown(3));
  });
});

describe("objects of the configuration that somebody has changed", () => {
  const partition = (name: string) => objectQuery("partition", { name, partition: null });
  const names = ["Lobby", "Seoul"];
  const isRead = (name: string) => client.getQueryState(partition(name).queryKey)?.isInvalidated === false;
  type Told = Extract<ChangeEventDto, { topic: "configuration" }>;
  const publish = (objects: Told["objects"], kind: Told["kinds"][number] = "partition") =>
    applyChange(client, { topic: "configuration", by: "choi", kinds: [kind], objects });
  beforeEach(() => {
    vi.useFakeTimers();
    for (const name of names) client.setQueryData<unknown>(partition(name).queryKey, { name });
  });

  afterEach(async () => {
    // What goes on for a while ends before the next test.
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
  });

  test("are read again by their names, in any letter case, and no other", async () => {
    const saved = {
      kind: "partition",
      name: "LOBBY",
      partition: null,
      action: "saved",
      renamedTo: null,
    } as const;
    await publish([saved]);
    expect(names.map(isRead)).toEqual([false, true]);
    const gone = goneObjectQuery("partition", { name: "Lobby", partition: null });
    expect(client.getQueryData(gone.queryKey)).toBeUndefined();
  });

  test("are all read again when there are too many to be named, and other kinds are not", async () => {
    await publish(null, "phone");
    expect(names.map(isRead)).toEqual([true, true]);
    await publish(null);
    expect(names.map(isRead)).toEqual([false, false]);
  });

  test("are read once a second while a job changes many, each reading to its end, and once more after the last", async () => {
    const readMilliseconds = 1_500;
    let [asked, aborted] = [0, 0];
    const observer = new QueryObserver<unknown>(client, {
      ...partition("Lobby"),
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: ({ signal }) => {
        asked += 1;
        const read = asked;
        signal.addEventListener("abort", () => {
          aborted += 1;
        });
        return new Promise((resolve) => {
          setTimeout(() => resolve({ read, at: Date.now() }), readMilliseconds);
        });
      },
    });
    const leave = observer.subscribe(() => {});
    for (let event = 0; event < 300; event += 1) {
      await publish(null);
      await vi.advanceTimersByTimeAsync(20);
    }
    const last = Date.now();
    expect(asked).toBeLessThanOrEqual(6);
    await vi.advanceTimersByTimeAsync(10_000);
    leave();
    expect(aborted).toBe(0);
    expect(asked).toBeLessThanOrEqual(8);
    // The last reading was begun after the last change.
    expect(observer.getCurrentResult().data).toMatchObject({ read: asked });
    const { at } = observer.getCurrentResult().data as { at: number };
    expect(at - readMilliseconds).toBeGreaterThanOrEqual(last - 20);
  });

  test("are remembered with who has deleted or renamed them", async () => {
    const renamedTo = { name: "Busan", partition: null };
    const [lobby, seoul] = [
      { kind: "partition", name: "Lobby", partition: null, action: "renamed", renamedTo },
      { kind: "partition", name: "Seoul", partition: null, action: "deleted", renamedTo: null },
    ] as const;
    await publish([lobby, seoul]);
    const remembered = (name: string) =>
      client.getQueryData(goneObjectQuery("partition", { name, partition: null }).queryKey);
    expect([remembered("lobby"), remembered("seoul")]).toEqual([
      { by: "choi", renamedTo },
      { by: "choi", renamedTo: null },
    ]);
  });
});
