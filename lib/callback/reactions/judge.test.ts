import { describe, expect, test } from "vitest";
import { checkWorld } from "@/lib/callback/invariants/check-world";
import { type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import {
  ctiRoutePointChange,
  numberRemoval,
  routePatternsChange,
  trunkChange,
} from "@/lib/callback/setup/configuration-changes";
import type { ConfigurationChange } from "@/lib/callback/state/events";
import { engineParameters } from "@/lib/callback/state/parameters";
import { refusalIn } from "@/lib/callback/testing/refusal-in";

const point = (number: string, forwardTo: string | null): ConfigurationChange =>
  ctiRoutePointChange({ name: number, description: "", directoryNumber: number, partition: null, forwardTo });

function parameters(values: Readonly<Record<string, string | number>>): ConfigurationChange {
  const contents = Object.entries(values).map(([name, value]) => ({ name, value }));
  return { table: "parameters", key: "engine", value: engineParameters(contents) };
}

const cast = { a: "2001", a2: "2011", a3: "2012", b: "2002", c: "2003" } as const;
type Local = Scenario<typeof cast>;

/** Everybody but the callers is in use. */
function open(...configuration: ConfigurationChange[]): Local {
  const story = scenario(cast, { configuration });
  story.phones.b.goesOffHook();
  story.phones.c.goesOffHook();
  return story;
}

function asks(story: Local, who: "a" | "a2" | "a3", digits: string): void {
  story.phones[who].dials(digits);
  story.phones[who].presses("CallBack");
  story.wait(1);
}

const states = (story: Local) => story.requests().map(({ state }) => state);

function sound({ simulation }: Local): void {
  for (const world of simulation.worlds.values()) expect(checkWorld(world)).toEqual([]);
}

describe("a CTI route point that forwards elsewhere (row 31c)", () => {
  test("[PR-07] who waits joins the queue of the new phone by the time of acceptance", () => {
    const story = open(point("3000", "2002"), parameters({ "Callback Selection Policy": "oneAtATime" }));
    asks(story, "a", "3000");
    asks(story, "a2", "2003");
    asks(story, "a3", "3000");
    story.configure(point("3000", "2003"));
    const { waiters } = story.simulation.world("").tables;
    const queue = [...waiters.values()].sort((one, other) => one.place - other.place);
    expect(queue.map(({ id }) => id)).toEqual(story.requests().map(({ id }) => id));
    sound(story);
    story.phones.b.hangsUp();
    expect(states(story)).toEqual(["active", "active", "active"]);
    story.phones.c.hangsUp();
    expect(states(story)).toEqual(["ready", "active", "active"]);
    sound(story);
  });

  test("[PR-07] who was told goes back to waiting while the new phone is in use, and stays when it is free", () => {
    const story = open(point("3000", "2002"));
    asks(story, "a", "3000");
    story.phones.b.hangsUp();
    expect(states(story)).toEqual(["ready"]);
    story.configure(point("3000", "2003"));
    expect(states(story)).toEqual(["active"]);
    expect(story.phones.a.display.screen).toBeNull();
    story.configure(point("3000", "2002"));
    expect(states(story)).toEqual(["ready"]);
    story.phones.c.hangsUp();
    story.configure(point("3000", "2003"));
    expect(states(story)).toEqual(["ready"]);
    sound(story);
  });

  test("[PR-07] a use that is still needed is counted anew at the new phone", () => {
    const story = scenario(cast, { configuration: [point("3000", "2002")] });
    asks(story, "a", "3000");
    story.phones.b.goesOffHook();
    story.configure(point("3000", "2003"));
    story.phones.b.hangsUp();
    expect(states(story)).toEqual(["active"]);
    story.phones.c.goesOffHook();
    story.phones.c.hangsUp();
    expect(states(story)).toEqual(["ready"]);
  });

  test("[PR-07] through several hops; to nothing nobody is watched, and Dial ends in reorder (row 23)", () => {
    const story = open(point("3000", "3001"), point("3001", "3002"), point("3002", "2002"));
    asks(story, "a", "3000");
    story.configure(point("3001", null));
    story.phones.b.hangsUp();
    expect(states(story)).toEqual(["active"]);
    story.configure(point("3001", "3002"));
    expect(states(story)).toEqual(["ready"]);
    story.configure(point("3002", null));
    expect(states(story)).toEqual(["ready"]);
    story.phones.a.presses("Dial");
    expect(story.phones.a.hears).toBe("reorder");
    expect(states(story)).toEqual(["readyLate"]);
    expect(story.rows()).toContain("notReached");
    sound(story);
  });

  test("[PR-07] twelve hops are followed, the thirteenth is refused as the call is", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, at) => point(`${3000 + at}`, at + 1 < length ? `${3001 + at}` : "2002"));
    const twelve = open(...chain(12));
    asks(twelve, "a", "3000");
    expect(states(twelve)).toEqual(["active"]);
    const thirteen = open(...chain(13));
    asks(thirteen, "a", "3000");
    expect(states(thirteen)).toEqual([]);
    expect(refusalIn(thirteen.simulation)).toBe("routePointInCircle");
  });

  test("[PR-07] one that is calling moves when its call is over", () => {
    const story = open(point("3000", "2002"));
    asks(story, "a", "3000");
    story.phones.b.hangsUp();
    story.phones.a.presses("Dial");
    story.configure(point("3000", "2003"));
    expect(states(story)).toEqual(["calling"]);
    story.phones.a.hangsUp();
    const [request] = story.requests();
    expect(request?.target).toMatchObject({
      watched: story.simulation.world("").get("extensions", "2003")?.entries[0]?.number,
    });
    sound(story);
  });

  test("[PR-07] a served request moves as well", () => {
    const story = scenario({ a: { number: "5001", cluster: "Busan" }, b: "2002", c: "2003" });
    story.configure(point("3000", "2002"));
    story.configureIn("Busan", routePatternsChange(null, [{ pattern: "3000", trunk: "to home" }]));
    const { a, b, c } = story.phones;
    b.goesOffHook();
    c.goesOffHook();
    a.dials("3000");
    a.presses("CallBack");
    story.configure(point("3000", "2003"));
    b.hangsUp();
    expect(a.display.screen?.kind).toBe("callBackActivated");
    c.hangsUp();
    expect(a.display.screen?.kind).toBe("callBackAvailable");
  });
});

describe("a way that the configuration takes (row 31b)", () => {
  function abroad() {
    const story = scenario({ a: "2001", b: { number: "5001", cluster: "Busan" } });
    story.phones.b.goesOffHook();
    story.phones.a.dials("5001");
    story.phones.a.presses("CallBack");
    return story;
  }
  const trunk = (remoteCluster: string | null, type: "sip" | "sipQsig") =>
    trunkChange({ name: "to Busan", description: "", type, throughCube: false, remoteCluster });
  const served = (story: ReturnType<typeof abroad>) => story.simulation.world("Busan").tables.served.size;

  test.each([
    ["the trunk is gone", { table: "trunks", key: "TO BUSAN", value: null } as const],
    ["the trunk is plain SIP", trunk("Busan", "sip")],
    ["the trunk leads elsewhere", trunk("Daegu", "sipQsig")],
  ])("[OV-02] %s: the request ends, and nothing is sent over it", (_, change) => {
    const story = abroad();
    const key = [...story.simulation.world("").tables.trunks.keys()][0] ?? "";
    const before = story.simulation.log.length;
    story.configure(change.value === null ? { ...change, key } : change);
    expect(story.requests()).toMatchObject([{ state: "ended", reason: "linkLost" }]);
    expect(story.phones.a.display.screen).toBeNull();
    expect(story.simulation.log).toHaveLength(before + 1);
    const far = [...story.simulation.world("Busan").tables.trunks.keys()][0] ?? "";
    story.configureIn("Busan", { table: "trunks", key: far, value: null });
    expect(served(story)).toBe(0);
  });

  test("[OV-02] while a trunk with QSIG is left, nothing ends on either side", () => {
    const story = abroad();
    const key = [...story.simulation.world("").tables.trunks.keys()][0] ?? "";
    const second = trunkChange({
      name: "second",
      description: "",
      type: "priQsig",
      throughCube: false,
      remoteCluster: "Busan",
    });
    const pattern = { pattern: "5XXX", trunk: "second" };
    story.configure(second, routePatternsChange("other", [pattern]), { table: "trunks", key, value: null });
    expect(story.requests()).toMatchObject([{ state: "active" }]);
    story.phones.b.hangsUp();
    expect(story.requests()).toMatchObject([{ state: "ready" }]);
  });

  test("a call ends with its own trunk, not with its route pattern", () => {
    const story = abroad();
    story.phones.b.hangsUp();
    story.phones.a.presses("Dial");
    story.phones.b.answers();
    const key = [...story.simulation.world("").tables.trunks.keys()][0] ?? "";
    story.configure(routePatternsChange(null, []), trunk("Busan", "sip"));
    expect(story.phones.a.display.hook).toBe("off");
    story.configure({ table: "trunks", key, value: null });
    expect(story.phones.a.display.hook).toBe("on");
  });
});

describe("a selection policy or guard time that changes (row 31d)", () => {
  const oneAtATime = parameters({ "Callback Selection Policy": "oneAtATime" });

  test("[OV-01] to oneAtATime: the first accepted keeps the line, the others wait again", () => {
    const story = open();
    for (const who of ["a", "a2", "a3"] as const) asks(story, who, "2002");
    story.phones.b.hangsUp();
    expect(states(story)).toEqual(["ready", "ready", "ready"]);
    story.configure(oneAtATime);
    expect(states(story)).toEqual(["ready", "active", "active"]);
    expect(story.phones.a2.display.screen).toBeNull();
    sound(story);
    story.configure(parameters({}));
    expect(states(story)).toEqual(["ready", "ready", "ready"]);
    sound(story);
  });

  test("[OV-01] to oneAtATime: who is calling keeps the line", () => {
    const story = open();
    for (const who of ["a", "a2"] as const) asks(story, who, "2002");
    story.phones.b.hangsUp();
    story.phones.a2.presses("Dial");
    story.configure(oneAtATime);
    expect(states(story)).toEqual(["active", "calling"]);
    sound(story);
  });

  test("[OV-01] a guard time that is running restarts with the new value", () => {
    const story = scenario(cast, { configuration: [parameters({ "Callback Guard Time": 15 })] });
    story.phones.b.goesOffHook();
    asks(story, "a", "2002");
    story.phones.b.hangsUp();
    story.wait(10);
    story.configure(parameters({ "Callback Guard Time": 3 }));
    story.wait(2);
    expect(states(story)).toEqual(["active"]);
    story.wait(1);
    expect(states(story)).toEqual(["ready"]);
  });
});

test("[IN-09] a number that was deleted and made again is the one that is watched", () => {
  const story = open();
  asks(story, "a", "2002");
  const old =
    story.simulation.world("").tables.numbers.get("2002 ") ??
    [...story.simulation.world("").tables.numbers.values()].find(({ pattern }) => pattern === "2002");
  if (old?.kind !== "directoryNumber") throw new Error("no number");
  story.configure(numberRemoval("2002", null));
  const key = "made again";
  story.configure({ table: "numbers", partition: "", pattern: "2002", key, value: { ...old, key } });
  expect(story.requests()).toMatchObject([{ state: "active", target: { number: key, watched: key } }]);
  sound(story);
});
