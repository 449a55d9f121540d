import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleApiRequest } from "@/lib/server/api/handler";
import { removeOldJobs } from "@/lib/server/runtime/jobs/remove-old-jobs";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";
import { testPassword } from "@/lib/server/testing/test-password";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2007", "2008"]);
});
afterAll(() => cluster.close());

interface Told {
  readonly id: string;
  readonly event: {
    readonly topic: string;
    readonly phones?: readonly object[];
    readonly jobs?: readonly string[];
    readonly display?: {
      readonly phone: string;
      readonly tone: string;
      readonly hook: string;
      readonly asOf: number;
    };
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
  // nginx holds a stream back unless it is told not to.
  expect(response.headers.get("x-accel-buffering")).toBe("no");
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
    const change = await first.next();
    expect(change.event).toMatchObject({
      topic: "display",
      display: { phone: a().name, tone: "dial", hook: "off" },
    });
    await first.close();
    await a().dials("2002");
    await b().answers();
    await a().hangsUp();
    const second = await viewer(query, change.id);
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

  test("tells of each display as of when it is, as answers do: who reads both knows which is newer", async () => {
    const watching = await viewer(`?topics=display&phones=${a().name}`);
    let newest = (await watching.next()).event.display?.asOf ?? Number.NaN;
    const phone = a();
    for (const act of [
      phone.answers,
      phone.hangsUp,
      () => phone.does({ action: "offHook" }),
      phone.hangsUp,
    ]) {
      const answer = await act();
      const change = await watching.next();
      expect(answer.asOf).toBeGreaterThan(newest);
      expect(change.event.display).toEqual(answer);
      expect(change.id).toBe(String(answer.asOf));
      expect((await phone.display()).asOf).toBeGreaterThanOrEqual(answer.asOf);
      newest = answer.asOf;
    }
    const unplugged = await phone.does({ action: "unplug" });
    expect(unplugged.asOf).toBeGreaterThan(newest);
    expect((await watching.next()).event.display).toMatchObject({ registration: "unregistered" });
    await watching.close();
    await phone.does({ action: "plugIn" });
    await cluster.wait(2);
  });

  test("begins anew for an id that was not given yet: the database was restored since", async () => {
    const watching = await viewer(`?topics=display&phones=${a().name}`, "999999999999");
    expect((await watching.next()).event).toMatchObject({ topic: "display", display: { phone: a().name } });
    await watching.close();
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

describe("what is gone", () => {
  test("a deleted phone is told to who looks at it, and to who comes back; the others on the desk go on", async () => {
    const gone = cluster.phone("2007");
    const query = `?phones=${gone.name}&phones=${a().name}`;
    const watching = await viewer(query);
    const beginning = [await watching.next(), await watching.next()];
    await cluster.send("DELETE", gone.path);
    expect((await watching.next()).event).toEqual({
      topic: "removed",
      phones: [{ phone: gone.name, renamedTo: null }],
      jobs: [],
    });
    await a().does({ action: "offHook" });
    const { event, id } = await watching.next();
    expect(event).toMatchObject({ topic: "display", display: { phone: a().name, hook: "off" } });
    await watching.close();
    const again = await viewer(query, beginning[1]?.id);
    expect((await again.next()).event).toMatchObject({ topic: "removed", phones: [{ phone: gone.name }] });
    await again.close();
    const anew = await viewer(query);
    expect((await anew.next()).event).toMatchObject({ topic: "removed", phones: [{ phone: gone.name }] });
    expect((await anew.next()).event).toMatchObject({ topic: "display", display: { phone: a().name } });
    await anew.close();
    const alone = await viewer(`?phones=${gone.name}`, id);
    expect((await alone.next()).event).toMatchObject({ topic: "removed", phones: [{ phone: gone.name }] });
    await alone.close();
    expect((await cluster.call("GET", `/events?phones=${gone.name}`)).status).toBe(404);
    await a().hangsUp();
  });

  test("who waits for a phone that there is not yet is shown it when it comes", async () => {
    const { name } = a();
    const other = `${name.slice(0, -4)}ABCD`;
    const watching = await viewer(`?topics=display&topics=removed&phones=${other}`, "0");
    expect((await watching.next()).event).toMatchObject({ topic: "removed", phones: [{ phone: other }] });
    const lines = [{ index: 1, directoryNumber: "2999" }];
    await cluster.send("POST", "/phones", { copyOf: name, name: other, lines });
    await cluster.wait(2);
    expect((await watching.next()).event).toMatchObject({ topic: "display", display: { phone: other } });
    await watching.close();
  });

  test("a renamed phone is told with its new name", async () => {
    const { name, path } = cluster.phone("2008");
    const watching = await viewer(`?phones=${name}`);
    await watching.next();
    await cluster.change(path, { name: "SEP0000000020FF" });
    expect((await watching.next()).event).toEqual({
      topic: "removed",
      phones: [{ phone: name, renamedTo: "SEP0000000020FF" }],
      jobs: [],
    });
    await watching.close();
  });

  test("phones of another cluster go with their numbers and with the cluster, and are renamed with it", async () => {
    const directoryNumbers = [{ pattern: "5001" }, { pattern: "5002" }];
    await cluster.send("POST", "/remote-clusters", { name: "Daegu", directoryNumbers });
    const watching = await viewer(
      "?topics=removed&phones=Daegu%3A5001&phones=Daegu%3A5002&phones=Ulsan%3A5002",
    );
    expect((await watching.next()).event.phones).toEqual([{ phone: "Ulsan:5002", renamedTo: null }]);
    await cluster.change("/remote-clusters/Daegu", { directoryNumbers: [{ pattern: "5002" }] });
    expect((await watching.next()).event.phones).toEqual([{ phone: "Daegu:5001", renamedTo: null }]);
    await cluster.change("/remote-clusters/Daegu", { name: "Ulsan" });
    expect((await watching.next()).event.phones).toEqual([{ phone: "Daegu:5002", renamedTo: "Ulsan:5002" }]);
    await cluster.send("DELETE", "/remote-clusters/Ulsan");
    expect((await watching.next()).event.phones).toEqual([{ phone: "Ulsan:5002", renamedTo: null }]);
    await watching.close();
  });

  test("a job that is kept no longer is told to who may read jobs", async () => {
    const { database } = cluster.context;
    const jobId = String((await cluster.send("POST", `${a().path}/apply-config`)).jobId);
    await cluster.wait(2);
    const watching = await viewer("?topics=removed");
    await removeOldJobs(database.prisma, new Date(cluster.context.now().getTime() + 40 * 86_400_000));
    expect((await watching.next()).event.jobs).toContain(jobId);
    await watching.close();
  });
});

describe("objects of the configuration", () => {
  const saved = { topic: "configuration", by: "admin", kinds: ["partition"] };
  const event = (name: string, rest: object) => ({
    ...saved,
    objects: [{ kind: "partition", name, partition: null, ...rest }],
  });

  test("are told to who asks for them: what was saved, renamed and deleted, by whom; not what is new", async () => {
    const watching = await viewer("?topics=configuration");
    const others = await viewer("");
    await cluster.send("POST", "/partitions", { name: "Told" });
    await cluster.change("/partitions/Told", { description: "other" });
    expect((await watching.next()).event).toEqual(event("Told", { action: "saved", renamedTo: null }));
    await cluster.change("/partitions/told", { name: "Told anew" });
    const renamedTo = { name: "Told anew", partition: null };
    expect((await watching.next()).event).toEqual(event("Told", { action: "renamed", renamedTo }));
    await cluster.send("DELETE", "/partitions/Told%20anew");
    expect((await watching.next()).event).toEqual(event("Told anew", { action: "deleted", renamedTo: null }));
    await a().does({ action: "offHook" });
    expect((await others.next()).event).toMatchObject({ topic: "display" });
    await a().hangsUp();
    await Promise.all([watching.close(), others.close()]);
  });

  test("and users: that one was saved, renamed or deleted, by whom; nothing of passwords, and not what is new", async () => {
    const watching = await viewer("?topics=configuration");
    const eventOf = (name: string, rest: object) => ({
      ...{ topic: "configuration", by: "admin", kinds: ["user"] },
      objects: [{ kind: "user", name, partition: null, ...rest }],
    });
    const password = "words that nobody guesses";
    await cluster.send("POST", "/users", { name: "Kim", role: "readOnly", password });
    await cluster.change("/users/Kim", { fullName: "Kim Min" });
    expect((await watching.next()).event).toEqual(eventOf("Kim", { action: "saved", renamedTo: null }));
    await cluster.change("/users/kim", { name: "Lee" });
    const renamedTo = { name: "Lee", partition: null };
    expect((await watching.next()).event).toEqual(eventOf("Kim", { action: "renamed", renamedTo }));
    await cluster.send("DELETE", "/users/Lee");
    expect((await watching.next()).event).toEqual(eventOf("Lee", { action: "deleted", renamedTo: null }));
    await watching.close();
  });

  test("are told by their kinds alone when a transaction changes many", async () => {
    const names = Array.from({ length: 51 }, (_, index) => `Crowd ${index}`);
    for (const name of names) await cluster.send("POST", "/partitions", { name });
    const watching = await viewer("?topics=configuration");
    const chosen = { names: names.map((name) => ({ name })), fields: { description: "many" } };
    await cluster.send("POST", "/bulk/partitions/update", chosen);
    await cluster.wait(1);
    expect((await watching.next()).event).toEqual({ ...saved, objects: null });
    await watching.close();
  });
});

describe("what a phone shows is told although nothing happens in a call", () => {
  test("where a number forwards all calls, set on the phone or saved by an administrator, in the phone's language", async () => {
    const watching = await viewer(`?topics=display&phones=${b().name}`);
    expect((await watching.next()).event).toMatchObject({ display: { notices: [] } });
    const forward = { all: { destination: "2001" } };
    await cluster.change("/directory-numbers/2002", { forward });
    expect((await watching.next()).event).toMatchObject({ display: { notices: ["Forwarded to 2001"] } });
    await b().does({ action: "setForwardAll", voiceMail: true });
    expect((await watching.next()).event).toMatchObject({
      display: { notices: ["Forwarded to voice mail"] },
    });
    await b().does({ action: "setForwardAll" });
    expect((await watching.next()).event).toMatchObject({ display: { notices: [] } });
    await watching.close();
    await cluster.change("/locales/Korean%20Korea%20Republic", { isInstalled: true });
    await cluster.change(b().path, { userLocale: "Korean Korea Republic", dnd: { status: true } });
    await cluster.send("POST", `${b().path}/restart`);
    await cluster.wait(3);
    await b().does({ action: "setForwardAll", destination: "2001" });
    expect(await b().display()).toMatchObject({
      notices: ["2001(으)로 착신 전환됨", expect.stringMatching(/^방해사절/)],
    });
    await b().does({ action: "setForwardAll" });
    await cluster.change(b().path, { userLocale: null, dnd: { status: false } });
    await cluster.send("POST", `${b().path}/restart`);
    await cluster.wait(3);
  });

  test("Do Not Disturb that an administrator saves, and what is taken over on the fly", async () => {
    const watching = await viewer(`?topics=display&phones=${b().name}`);
    await watching.next();
    const dnd = { status: true, option: "Ringer Off" };
    await cluster.change(b().path, { dnd });
    expect((await watching.next()).event).toMatchObject({ topic: "display", display: { dnd } });
    const lines = [{ index: 1, directoryNumber: "2002", label: "Lobby" }];
    await cluster.change(b().path, { dnd: { status: false }, lines });
    expect((await watching.next()).event).toMatchObject({ display: { dnd: { status: false } } });
    await cluster.send("POST", `${b().path}/apply-config`);
    await cluster.wait(1);
    expect((await watching.next()).event).toMatchObject({
      display: { buttons: expect.arrayContaining([expect.objectContaining({ label: "Lobby" })]) },
    });
    await watching.close();
  });
});
