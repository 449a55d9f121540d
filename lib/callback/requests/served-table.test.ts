import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ServedRowName, servedTable } from "@/lib/callback/requests/served-table";
import { losing, type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import { trunkChange } from "@/lib/callback/setup/configuration-changes";
import { engineParameters } from "@/lib/callback/state/parameters";
import { servedStates } from "@/lib/callback/state/request";
import { leads } from "@/lib/state-table/state-table";
import { observers, type Taken } from "@/lib/state-table/take-row";

const cast = {
  a: "2001",
  c: "2003",
  b: { number: "5001", cluster: "Busan" },
  d: { number: "5002", cluster: "Busan" },
} as const;
type Abroad = Scenario<typeof cast>;

const oneAtATime = { parameters: { "Callback Selection Policy": "oneAtATime" } };

/** A has activated call back on B of another cluster, who is off hook. */
function waiting(opening = {}): Abroad {
  const story = scenario(cast, opening);
  story.phones.b.goesOffHook();
  story.phones.a.dials("5001");
  story.phones.a.presses("CallBack", "Exit");
  return story;
}

/** B has become available: the cluster of A was told. */
function notified(opening = {}): Abroad {
  const story = waiting(opening);
  story.phones.b.hangsUp();
  return story;
}

/** A's call back rings at B. */
function calling(opening = {}): Abroad {
  const story = notified(opening);
  story.phones.a.presses("Dial");
  return story;
}

/** The state of the request of another cluster that is served first in Busan; null when there is none. */
const servedState = ({ simulation }: Abroad) =>
  [...simulation.world("Busan").tables.served.values()][0]?.state ?? null;

/** One story a row: it takes the row, and ends in the state that the row says. */
const stories: Readonly<Record<ServedRowName, () => readonly [Abroad, string | null]>> = {
  accepted: () => [waiting(), "waiting"],
  acceptedBefore: () => {
    const story = scenario(cast);
    story.simulation.transport = ({ message }) => (message.kind === "ccRequest" ? "twice" : "deliver");
    story.phones.b.goesOffHook();
    story.phones.a.dials("5001");
    story.phones.a.presses("CallBack");
    expect(story.requests()).toMatchObject([{ state: "active" }]);
    return [story, "waiting"];
  },
  refused: () => {
    const story = scenario(cast);
    story.configureIn("Busan", {
      ...{ table: "parameters", key: "engine" },
      value: engineParameters([{ name: "Callback Enabled Flag", value: false }]),
    });
    story.phones.a.dials("5001");
    story.phones.a.presses("CallBack");
    expect(story.requests()).toMatchObject([{ state: "ended", reason: "rejected" }]);
    return [story, null];
  },
  notified: () => [notified(), "notified"],
  lineTaken: () => {
    const story = notified();
    story.phones.b.goesOffHook();
    return [story, "waiting"];
  },
  turnLost: () => {
    const story = notified();
    const { b, c } = story.phones;
    b.goesOffHook();
    c.dials("5001");
    c.presses("CallBack");
    b.hangsUp();
    const value = engineParameters([{ name: "Callback Selection Policy", value: "oneAtATime" }]);
    story.configureIn("Busan", { table: "parameters", key: "engine", value });
    const states = [...story.simulation.world("Busan").tables.served.values()].map(({ state }) => state);
    expect(states).toEqual(["notified", "waiting"]);
    return [story, "notified"];
  },
  recallExpired: () => {
    const story = notified(oneAtATime);
    story.wait(20);
    return [story, "waiting"];
  },
  suspended: () => {
    const story = waiting();
    story.phones.a.goesOffHook();
    story.phones.b.hangsUp();
    return [story, "suspended"];
  },
  resumed: () => {
    const story = waiting();
    const { a, b } = story.phones;
    a.goesOffHook();
    b.hangsUp();
    b.goesOffHook();
    a.hangsUp();
    return [story, "waiting"];
  },
  called: () => [calling(), "calling"],
  callFailed: () => {
    const story = calling();
    story.phones.a.hangsUp();
    return [story, "waiting"];
  },
  answered: () => {
    const story = calling();
    story.phones.b.answers();
    return [story, null];
  },
  farSideEnded: () => {
    const story = waiting();
    story.phones.a.presses("CallBack", "Cancel");
    return [story, null];
  },
  noRouteLeft: () => {
    const story = waiting();
    story.configureIn("Busan", trunkChange({ name: "to home", ...plainSip }));
    return [story, null];
  },
  durationExpired: () => {
    const story = waiting();
    // That it has expired on the other side as well is not heard.
    story.simulation.transport = losing("ccCancel");
    story.wait(3600);
    return [story, null];
  },
  userChanged: () => {
    const story = waiting();
    story.phones.b.changesUser();
    expect(story.requests()).toMatchObject([{ state: "ended", reason: "rejected" }]);
    return [story, null];
  },
  joinedOtherwise: () => {
    const story = waiting();
    story.phones.b.hangsUp();
    story.phones.a.presses("Exit");
    story.phones.b.dials("2001");
    story.phones.a.answers();
    expect(story.requests()).toMatchObject([{ state: "ended", reason: "completed" }]);
    return [story, null];
  },
};
const plainSip = { description: "", type: "sip", throughCube: false, remoteCluster: "" } as const;

describe("every row of the table of the served side", () => {
  const taken: Taken[] = [];
  const observe = (row: Taken) => void taken.push(row);
  beforeEach(() => void observers.add(observe));
  afterEach(() => {
    observers.delete(observe);
    taken.splice(0);
  });

  test.each(Object.keys(stories) as ServedRowName[])("[OV-02] %s is taken by its story", (row) => {
    const [story, state] = stories[row]();
    expect(taken).toContainEqual(expect.objectContaining({ table: "served", row }));
    expect(servedState(story)).toBe(state);
  });

  test("[OV-02] whatever state it is in, the cluster that asked can suspend, resume, call and end it", () => {
    const { suspended, resumed, called, farSideEnded } = servedTable;
    for (const state of servedStates) {
      expect(leads(suspended, state, "suspended") && leads(resumed, state, "waiting")).toBe(true);
      expect(leads(called, state, "calling") && leads(farSideEnded, state, "none")).toBe(true);
    }
  });
});
