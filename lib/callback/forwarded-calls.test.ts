import { describe, expect, test } from "vitest";
import { losing, type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import { ctiRoutePointChange } from "@/lib/callback/setup/configuration-changes";
import type { ForwardSettings } from "@/lib/configuration/directory-number";

const nowhere = { destination: null, voiceMail: false };
const noForward: ForwardSettings = { all: nowhere, busy: nowhere, noAnswer: nowhere, unregistered: nowhere };
const to = (destination: string) => ({ destination, voiceMail: false });

/** B with this forwarding, C and D to whom it may go, and a switchboard that forwards to B. */
function cluster(forward: Partial<ForwardSettings>, cForward: Partial<ForwardSettings> = {}) {
  return scenario(
    {
      a: "2001",
      b: { number: "2002", directoryNumber: { forward: { ...noForward, ...forward } } },
      c: { number: "2003", directoryNumber: { forward: { ...noForward, ...cForward } } },
      d: "2004",
    },
    {
      configuration: [
        ctiRoutePointChange({
          ...{ name: "Switchboard", description: "", directoryNumber: "2900", partition: null },
          forwardTo: "2002",
        }),
      ],
    },
  );
}
type Cluster = ReturnType<typeof cluster>;
type Phones = Cluster["phones"];

const busy = ({ phones }: Pick<Cluster, "phones">, ...who: (keyof Phones)[]) => {
  for (const id of who) phones[id].goesOffHook();
};

interface Case {
  readonly what: string;
  readonly forward: Partial<ForwardSettings>;
  readonly cForward?: Partial<ForwardSettings>;
  readonly before?: (story: Cluster) => void;
  /** Seconds until A hears the tone. */
  readonly after?: number;
  readonly hears: string;
  readonly mode: "busy" | "noReply";
}

const unplugged = ({ phones }: Cluster) => phones.b.isUnplugged();

/** What B itself was found to be decides, whatever A hears in the end. */
const cases: readonly Case[] = [
  {
    ...{ what: "busy forwards to a phone that rings", forward: { busy: to("2003") } },
    ...{ before: (story) => busy(story, "b"), hears: "ringback", mode: "busy" },
  },
  {
    ...{ what: "busy forwards to a busy number", forward: { busy: to("2003") } },
    ...{ before: (story) => busy(story, "b", "c"), hears: "busy", mode: "busy" },
  },
  {
    ...{ what: "busy forwards to voice mail", forward: { busy: { destination: null, voiceMail: true } } },
    ...{ before: (story) => busy(story, "b"), hears: "ringback", mode: "busy" },
  },
  {
    ...{ what: "DND-Reject forwards as busy to one who is not registered", forward: { busy: to("2003") } },
    before: ({ phones }) => {
      phones.b.setsDnd();
      phones.c.isUnplugged();
    },
    ...{ hears: "reorder", mode: "busy" },
  },
  {
    ...{ what: "busy, and whom it forwards to does not answer", forward: { busy: to("2003") }, after: 12 },
    ...{ before: (story) => busy(story, "b"), hears: "reorder", mode: "busy" },
  },
  {
    ...{ what: "not answering forwards to a busy number", forward: { noAnswer: to("2003") }, after: 12 },
    ...{ before: (story) => busy(story, "c"), hears: "busy", mode: "noReply" },
  },
  {
    ...{
      what: "not answering forwards to one with DND-Reject",
      forward: { noAnswer: to("2003") },
      after: 12,
    },
    ...{ before: ({ phones }) => phones.c.setsDnd(), hears: "fastBusy", mode: "noReply" },
  },
  {
    ...{ what: "not answering forwards to a phone that rings", forward: { noAnswer: to("2003") }, after: 12 },
    ...{ hears: "ringback", mode: "noReply" },
  },
  {
    ...{ what: "all calls forwarded to a busy number", forward: { all: to("2003") } },
    ...{ before: (story) => busy(story, "b", "c"), hears: "busy", mode: "noReply" },
  },
  {
    what: "all calls forwarded to a busy number that forwards on to a busy one",
    ...{ forward: { all: to("2003") }, cForward: { busy: to("2004") } },
    ...{ before: (story) => busy(story, "c", "d"), hears: "busy", mode: "noReply" },
  },
  {
    ...{ what: "not registered forwards to a busy number", forward: { unregistered: to("2003") } },
    before: (story) => {
      unplugged(story);
      busy(story, "c");
    },
    ...{ hears: "busy", mode: "noReply" },
  },
  {
    ...{ what: "not registered", forward: {}, before: unplugged, hears: "reorder", mode: "noReply" },
  },
  {
    what: "all calls forwarded in a loop",
    ...{ forward: { all: to("2003") }, cForward: { all: to("2002") }, hears: "reorder", mode: "noReply" },
  },
  {
    what: "lost its registration while it rang, and forwards to a busy number",
    ...{ forward: { unregistered: to("2003") }, before: (story) => busy(story, "c") },
    ...{ after: -1, hears: "busy", mode: "noReply" },
  },
];

/** A hears what B's case leads to, and asks for call back. */
function asked({ forward, cForward, before, after = 0, hears }: Case, digits = "2002") {
  const story = cluster(forward, cForward);
  before?.(story);
  const { a } = story.phones;
  a.dials(digits);
  if (after < 0) unplugged(story);
  else story.wait(after);
  expect(a.hears).toBe(hears);
  a.presses("CallBack");
  return story;
}

describe("the mode of a call that was forwarded", () => {
  test.each(cases)("[OV-03][OV-04] B $what: $mode", (one) => {
    const { requests } = asked(one);
    expect(requests()).toMatchObject([{ target: { digits: "2002" }, mode: one.mode }]);
  });

  test.each(cases)(
    "[PR-07] the same through a CTI route point, of which B is the phone at its end: $what",
    (one) => {
      const { requests } = asked(one, "2900");
      expect(requests()).toMatchObject([{ target: { digits: "2900" }, mode: one.mode }]);
    },
  );

  test("[OV-01] who just did not answer is not available before it was used, whatever was heard in the end", () => {
    const { phones, wait } = cluster({ noAnswer: to("2003") });
    const { a, b, c } = phones;
    c.goesOffHook();
    a.dials("2002");
    wait(12);
    a.presses("CallBack");
    expect(a.requestState).toBe("active");
    c.hangsUp();
    expect(a.requestState).toBe("active");
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[OV-01] who was busy is available once free, also when another phone rings for it", () => {
    const { phones } = cluster({ busy: to("2003") });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials("2002");
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });
});

const abroad = (forward: Partial<ForwardSettings>) =>
  scenario({
    a: "2001",
    b: { number: "5001", cluster: "Busan", directoryNumber: { forward: { ...noForward, ...forward } } },
    c: { number: "5002", cluster: "Busan" },
  });

describe("the mode of a call over a trunk", () => {
  test("[OV-02] is what B was found to be in its cluster, which the progress of the call tells", () => {
    const { phones, wait, requests, simulation } = abroad({ noAnswer: to("5002") });
    const { a, b, c } = phones;
    c.goesOffHook();
    a.dials("5001");
    wait(12);
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(requests()).toMatchObject([{ target: { cluster: "Busan" }, mode: "noReply", state: "active" }]);
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
    expect(simulation.world("Busan").tables.served.size).toBe(1);
  });

  test("[OV-02] busy, when B was, although its call rings elsewhere", () => {
    const { phones, requests } = abroad({ busy: to("5002") });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials("5001");
    expect(a.hears).toBe("ringback");
    a.presses("CallBack");
    expect(requests()).toMatchObject([{ mode: "busy" }]);
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[OV-02] follows from what is heard when the other cluster does not tell it", () => {
    const { phones, simulation, requests } = abroad({});
    const { a, b } = phones;
    b.goesOffHook();
    simulation.transport = ({ message }) => (message.kind === "callProgress" ? "keep" : "deliver");
    a.dials("5001");
    for (const { message, ...sent } of simulation.kept) {
      if (message.kind !== "callProgress") continue;
      const { mode: _, ...earlier } = message;
      simulation.deliver({ ...sent, message: earlier });
    }
    a.presses("CallBack");
    expect(requests()).toMatchObject([{ mode: "busy" }]);
  });

  test("[OV-02] of a number here that forwards over the trunk is what that number was found to be", () => {
    const { phones, wait, requests } = scenario({
      a: "2001",
      b: { number: "2002", directoryNumber: { forward: { ...noForward, noAnswer: to("5001") } } },
      c: { number: "5001", cluster: "Busan" },
    });
    const { a, c } = phones;
    c.goesOffHook();
    a.dials("2002");
    wait(12);
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(requests()).toMatchObject([{ target: { kind: "local" }, mode: "noReply", state: "active" }]);
  });
});

/** A waits for B, who is in use no more but has not been noticed: nobody was told. */
function waiting<
  Members extends Readonly<Record<"a" | "b" | "c", string | { number: string; cluster: string }>>,
>(cast: Members): Scenario<Members> {
  const story = scenario(cast);
  const { a, b } = story.phones;
  a.dials(b);
  a.presses("CallBack");
  return story;
}

const here = { a: "2001", b: "2002", c: "2003" } as const;
const far = {
  a: "2001",
  b: { number: "5001", cluster: "Busan" },
  c: { number: "5002", cluster: "Busan" },
} as const;

describe.each([
  ["in one cluster", here],
  ["over a trunk", far],
])("A and B talk %s while A waits for B (row 29)", (_, cast) => {
  const ended = { state: "ended", reason: "completed" };

  test("[OV-01] because A called: the request is over, and nothing comes later", () => {
    const { phones, requests } = waiting(cast);
    const { a, b } = phones;
    a.presses("Exit");
    a.dials(b);
    b.answers();
    expect(requests()).toMatchObject([ended]);
    b.hangsUp();
    expect(a.display).toMatchObject({ tone: "none", screen: null });
  });

  test("[OV-01] because B called: the request is over, and nothing comes later", () => {
    const { phones, requests, simulation } = waiting(cast);
    const { a, b } = phones;
    a.presses("Exit");
    b.dials(a);
    a.answers();
    expect(requests()).toMatchObject([ended]);
    b.hangsUp();
    expect(a.display).toMatchObject({ tone: "none", screen: null });
    for (const { tables } of simulation.worlds.values()) expect(tables.served.size).toBe(0);
  });

  test("[OV-01] because a call that was held is resumed", () => {
    const { phones, requests } = scenario(cast);
    const { a, b } = phones;
    b.dials(a);
    a.answers();
    a.presses("Hold", "NewCall");
    a.dials(b);
    a.presses("CallBack");
    expect(requests()).toMatchObject([{ state: "active" }]);
    a.presses("Resume");
    expect(requests()).toMatchObject([ended]);
  });

  test("[OV-01] because somebody transferred the one to the other", () => {
    const { phones, requests } = waiting(cast);
    const { a, b, c } = phones;
    a.presses("Exit");
    c.dials(a);
    a.answers();
    c.presses("Transfer");
    c.dials(b);
    b.answers();
    expect(requests()).toMatchObject([{ state: expect.not.stringMatching("ended") }]);
    c.presses("Transfer");
    expect(requests()).toMatchObject([ended]);
  });

  test("[TS-04] also of the request that is to replace another one", () => {
    const { phones, requests, simulation, wait } = scenario({ ...cast, d: "2009" });
    const { a, b, d } = phones;
    d.goesOffHook();
    a.dials(d);
    a.presses("CallBack", "Exit");
    simulation.transport = losing("ccRequest");
    a.dials(b);
    a.presses("CallBack", "OK");
    b.dials(a);
    a.answers();
    expect(requests().at(-1)).toMatchObject(ended);
    b.hangsUp();
    wait(60);
    expect(requests().filter(({ state }) => state !== "ended").length).toBe(cast === here ? 0 : 1);
  });
});

test("[OV-02] A talks to B over a trunk in whatever order the news arrives: the request is completed", () => {
  const story = waiting(far);
  const { a, b } = story.phones;
  a.presses("Exit");
  story.simulation.transport = ({ message }) =>
    message.kind === "callAnswered" || message.kind === "ccCancel" ? "keep" : "deliver";
  a.dials(b);
  b.answers();
  for (const sent of [...story.simulation.kept].reverse()) story.simulation.deliver(sent);
  expect(story.requests()).toMatchObject([{ state: "ended", reason: "completed" }]);
});

test("[OV-01] A talks to another phone, or to B over a line that is not the one waited for: the request stays", () => {
  const { phones, requests } = scenario({
    a: "2001",
    b: { number: "2002", otherNumbers: ["2012"] },
    c: "2003",
  });
  const { a, b, c } = phones;
  a.dials("2002");
  a.presses("CallBack", "Exit");
  c.dials(a);
  a.answers();
  c.hangsUp();
  a.dials("2012");
  b.answers();
  expect(requests()).toMatchObject([{ state: "active" }]);
});
