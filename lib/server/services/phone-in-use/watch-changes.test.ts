import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleApiRequest } from "@/lib/server/api/handler";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";
import { testPassword } from "@/lib/server/testing/test-password";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002"]);
});
afterAll(() => cluster.close());

interface Told {
  readonly id: string;
  readonly event: {
    readonly topic: string;
    readonly display?: { readonly phone: string; readonly tone: string; readonly hook: string };
  };
}

/** A viewer of the event stream, as a browser is one. */
async function viewer(query: string, lastEventId?: string) {
  const ending = new AbortController();
  const headers = new Headers({ authorization: `Basic ${btoa(`admin:${testPassword}`)}` });
  if (lastEventId !== undefined) headers.set("last-event-id", lastEventId);
  const response = await handleApiRequest(
    new Request(`http://localhost/api/v1/events${query}`, { headers, signal: ending.signal }),
  );
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<Told> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end === -1) {
        text += (await reader?.read())?.value ?? "";
        continue;
      }
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field("data");
      if (data !== undefined) return { id: field("id") ?? "", event: JSON.parse(data) };
    }
  };
  return {
    next,
    close: async () => {
      ending.abort();
      await reader?.cancel();
    },
  };
}

const a = () => cluster.phone("2001");
const b = () => cluster.phone("2002");

describe("the event stream", () => {
  test("begins with the displays that are named, tells each change once, and catches up after a lost connection", async () => {
    const query = `?topics=display&phones=${a().name}&phones=${b().name}`;
    const first = await viewer(query);
    const beginning = [await first.next(), await first.next()];
    expect(beginning.map(({ event }) => event.display?.phone).sort()).toEqual([a().name, b().name]);
    await a().answers();
    const told = await first.next();
    expect(told.event).toMatchObject({
      topic: "display",
      display: { phone: a().name, tone: "dial", hook: "off" },
    });
    await first.close();
    await a().dials("2002");
    await b().answers();
    await a().hangsUp();
    const second = await viewer(query, told.id);
    const seen: string[] = [];
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const { event } = await second.next();
      seen.push(`${event.display?.phone.slice(-4)} ${event.display?.tone} ${event.display?.hook}`);
    }
    expect(seen.filter((one) => one.startsWith("2001"))).toEqual([
      "2001 ringback off",
      "2001 none off",
      "2001 none on",
    ]);
    expect(seen.filter((one) => one.startsWith("2002"))).toEqual([
      "2002 ringing on",
      "2002 none off",
      "2002 none on",
    ]);
    await b().answers();
    expect((await second.next()).event.display).toMatchObject({ phone: b().name, tone: "dial" });
    await second.close();
    await b().hangsUp();
  });

  test("tells registrations, and what a phone shows that comes back", async () => {
    const watching = await viewer(`?topics=registration&topics=display&phones=${a().name}`);
    await watching.next();
    await a().does({ action: "unplug" });
    expect((await watching.next()).event).toMatchObject({
      topic: "display",
      display: { registration: "unregistered" },
    });
    expect((await watching.next()).event).toMatchObject({
      topic: "registration",
      phones: [{ phone: a().name, registration: "unregistered" }],
    });
    await watching.close();
    await a().does({ action: "plugIn" });
    await cluster.wait(2);
  });
});
