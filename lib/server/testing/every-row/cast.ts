import { expect } from "vitest";
import { type RowName, rowNumbers } from "@/lib/callback/state/row-names";
import type { RequestDto } from "@/lib/contract/call-back";
import { notifyServerStarted } from "@/lib/server/runtime/calls/notify-server-started";
import {
  type PhoneInUse,
  type PhonesInUse,
  phonesInUse,
  screenText,
} from "@/lib/server/testing/phones-in-use";
import { testApi } from "@/lib/server/testing/test-api";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const numbers = ["2001", "2002", "2003"];
const everybody = [...numbers, "Busan:5001", "Busan:5002"];

/** What a row guarantees, and a story that takes it. */
export type RowStories = {
  readonly [Row in RowName]?: readonly [guarantee: string, story: (cast: RowCast) => Promise<void>];
};

/** DND-Reject is set on a phone, or cleared. */
export const reject = (status: boolean) => ({ action: "setDnd", status, option: "Call Reject" }) as const;

/** Who plays in the stories of the rows, and what several of them begin with. */
export interface RowCast {
  readonly cluster: PhonesInUse;
  readonly a: PhoneInUse;
  readonly b: PhoneInUse;
  readonly c: PhoneInUse;
  /** A phone of Busan, whose number is 5001. */
  readonly far: PhoneInUse;
  /** What becomes of messages to and from Busan. */
  readonly messages: (mode: string) => Promise<unknown>;
  readonly parameter: (name: string, value: unknown) => Promise<void>;
  /** The newest request. */
  readonly latest: () => Promise<RequestDto>;
  readonly stateIs: (state: RequestDto["state"], reason?: RequestDto["reason"]) => Promise<void>;
  readonly cancel: (request: string) => Promise<unknown>;
  /** The text of A's screen. */
  readonly texts: () => Promise<string>;
  /** A hears that B is busy and activates call back. */
  readonly active: () => Promise<void>;
  /** After that B becomes available, and A is told. */
  readonly ready: () => Promise<void>;
  /** After that A calls B from the screen. */
  readonly calling: () => Promise<void>;
  /** A, who waits for B, is asked whether to wait for C instead. */
  readonly asked: () => Promise<void>;
  /** A waits for B, who refuses calls. */
  readonly underDndReject: () => Promise<void>;
  /** A hears that a phone of Busan is busy, and asks its cluster while messages are held. */
  readonly requested: () => Promise<void>;
  /** A is unplugged and plugged in again. */
  readonly resetsA: () => Promise<void>;
  /** The process goes away, and another one works on its database from now on. */
  readonly restartServer: () => Promise<void>;
  /** Everybody is registered, on hook and takes calls, nothing is requested, and parameters and link are as they were. */
  readonly tidyUp: () => Promise<void>;
  /** How often a row has been taken, as the decision log of the API tells. */
  readonly taken: (row: RowName) => Promise<number>;
}

/** Three phones with CallBack, a switchboard 2900 that forwards to B, and another cluster behind a QSIG trunk. */
export async function rowCast(): Promise<RowCast> {
  const cluster = await phonesInUse(numbers, { extensionMobility: true });
  await cluster.send("POST", "/device-profiles", { name: "Kim's profile", userId: "kim" });
  const directoryNumbers = [{ pattern: "5001" }, { pattern: "5002" }];
  await cluster.send("POST", "/remote-clusters", { name: "Busan", directoryNumbers });
  await cluster.send("POST", "/trunks", { name: "To Busan", type: "sipQsig", remoteCluster: "Busan" });
  await cluster.send("POST", "/route-patterns", { pattern: "5XXX", trunk: "To Busan" });
  await cluster.send("POST", "/cti-route-points", {
    ...{ name: "Switchboard", directoryNumber: "2900", forwardTo: "2002" },
  });
  const actors = {
    ...{ a: cluster.phone("2001"), b: cluster.phone("2002"), c: cluster.phone("2003") },
    far: cluster.phone("Busan:5001"),
  };
  const told = tellersOf(cluster, actors);
  return { cluster, ...actors, ...told, ...beginningsOf(cluster, actors, told) };
}

type Actors = Pick<RowCast, "a" | "b" | "c" | "far">;
type Tellers = ReturnType<typeof tellersOf>;

function tellersOf(cluster: PhonesInUse, { a }: Actors) {
  const latest: RowCast["latest"] = async () => {
    const [request] = await cluster.requests();
    if (!request) throw new Error("Nobody has asked for call back");
    return request;
  };
  const messages = (mode: string) =>
    cluster.send("POST", "/simulation/trunk-messages", { remoteCluster: "Busan", mode });
  /** The parameters that a story has changed, with what they were. */
  const changed: [name: string, value: unknown][] = [];
  const pathOf = (name: string) => `/service-parameters/${encodeURIComponent(name)}`;
  const change = (name: string, value: unknown) => cluster.change(pathOf(name), { value });
  const parameter: RowCast["parameter"] = async (name, value) => {
    changed.unshift([name, (await cluster.get(pathOf(name))).value]);
    await change(name, value);
  };
  const cancel = (id: string) => cluster.send("DELETE", `/call-back/requests/${encodeURIComponent(id)}`);
  const stateIs: RowCast["stateIs"] = async (state, reason = null) =>
    expect(await latest()).toMatchObject({ state, reason });
  return {
    ...{ latest, messages, parameter, cancel, stateIs },
    texts: async () => screenText(await a.display()),
    taken: async (row: RowName) =>
      Number(
        (await cluster.get(`/call-back/decisions?limit=1&where=rule:isExactly:${rowNumbers[row]}`)).total,
      ),
    restartServer: async () => {
      const again = { ...manualRuntime(cluster.context).runtime, clock: cluster.runtime.clock };
      await testApi(cluster.context, again);
      await notifyServerStarted(again);
    },
    tidyUp: async () => {
      await testApi(cluster.context, cluster.runtime);
      await messages("up");
      for (const [name, value] of changed.splice(0)) await change(name, value);
      await everybodyIsThere(cluster);
      const live = (await cluster.requests()).filter(({ state }) => state !== "ended");
      for (const { id } of live) await cancel(id);
      for (const phone of everybody.map(cluster.phone))
        if ((await phone.display()).screen) await phone.presses("Exit");
    },
  };
}

async function everybodyIsThere(cluster: PhonesInUse): Promise<void> {
  for (const phone of numbers.map(cluster.phone)) {
    const { registration, user } = await phone.display();
    if (registration === "unregistered") await phone.does({ action: "plugIn" });
    if (user !== null) {
      await cluster.wait(2);
      await phone.does({ action: "logout" });
    }
  }
  await cluster.wait(10);
  await cluster.phone("2002").does({ action: "setForwardAll", destination: null });
  for (const phone of everybody.map(cluster.phone)) {
    const { dnd, calls, hook } = await phone.display();
    if (dnd.status) await phone.does(reject(false));
    if (hook === "off" || calls.length > 0) await phone.hangsUp();
  }
}

function beginningsOf(cluster: PhonesInUse, { a, b, c, far }: Actors, { latest, messages }: Tellers) {
  const active = async () => {
    await b.answers();
    await a.dials("2002");
    await a.presses("CallBack");
  };
  const ready = async () => {
    await active();
    await b.hangsUp();
  };
  return {
    ...{ active, ready },
    calling: async () => {
      await ready();
      await a.presses("Dial");
    },
    asked: async () => {
      await active();
      await c.answers();
      await a.dials("2003");
      expect(screenText(await a.presses("CallBack"))).toMatch(/^CallBack is already active on 2002/);
    },
    underDndReject: async () => {
      await b.does(reject(true));
      await a.dials("2002");
      await a.presses("CallBack");
    },
    requested: async () => {
      await far.answers();
      await a.dials("5001");
      await messages("hold");
      await a.presses("CallBack");
      expect(await latest()).toMatchObject({ target: "5001", state: "requested" });
    },
    resetsA: async () => {
      await a.does({ action: "unplug" });
      await a.does({ action: "plugIn" });
      await cluster.wait(2);
    },
  };
}
