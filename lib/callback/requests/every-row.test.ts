import { describe, expect, test } from "vitest";
import type { CastMember } from "@/lib/callback/scenario/cast";
import { losing, type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import { ctiRoutePointChange, routePatternsChange } from "@/lib/callback/setup/configuration-changes";
import { engineParameters } from "@/lib/callback/state/parameters";
import { type RowName, rowNames, rowNumbers } from "@/lib/callback/state/row-names";

const keep = { parameters: { "Call Back on Originator Reset": "keep" } };
const remote = { number: "5001", cluster: "Busan" } as const;
const cast = {
  a: { number: "2001", buttons: ["CallBack"] },
  b: "2002",
  c: "2003",
  d: "2004",
} as const satisfies Record<string, string | CastMember>;

type Local = Scenario<typeof cast>;

/** A has activated call back on B, who is off hook. */
function active(opening = {}): Local {
  const story = scenario(cast, opening);
  story.phones.b.goesOffHook();
  story.phones.a.dials("2002");
  story.phones.a.presses("CallBack");
  return story;
}

/** B has become available: A is notified. */
function ready(opening = {}): Local {
  const story = active(opening);
  story.phones.b.hangsUp();
  return story;
}

/** A's call back rings at B. */
function calling(): Local {
  const story = ready();
  story.phones.a.presses("Dial");
  return story;
}

/** A is asked whether to replace the request for B by one for C. */
function asked(): Local {
  const story = active();
  story.phones.c.goesOffHook();
  story.phones.a.dials("2003");
  story.phones.a.presses("CallBack");
  return story;
}

function abroad() {
  const story = scenario({ ...cast, b: remote });
  story.phones.b.goesOffHook();
  story.phones.a.dials("5001");
  return story;
}

function underDndReject() {
  const story = scenario(cast);
  const { a, b } = story.phones;
  b.setsDnd();
  a.dials("2002");
  a.presses("CallBack");
  return story;
}

const routePoint = (forwardTo: string | null) =>
  ctiRoutePointChange({ name: "RP", description: "", directoryNumber: "3000", partition: null, forwardTo });

/** A waits for B through a CTI route point; C is in use as well. */
function viaRoutePoint(): Local {
  const story = scenario(cast, { configuration: [routePoint("2002")] });
  story.phones.b.goesOffHook();
  story.phones.c.goesOffHook();
  story.phones.a.dials("3000");
  story.phones.a.presses("CallBack");
  return story;
}

type Told = Pick<Local, "rows" | "simulation" | "requests">;

/** One story a row: it takes the row, and ends in the state that the row says. */
const stories: Readonly<Record<RowName, () => readonly [Told, string | null]>> = {
  offerBegins: () => {
    const story = scenario(cast);
    story.phones.a.dials("2002");
    return [story, null];
  },
  offerEnds: () => {
    const story = scenario(cast);
    story.phones.a.dials("2002");
    story.phones.b.answers();
    return [story, null];
  },
  serviceNotActive: () => {
    const story = scenario(cast, { parameters: { "Callback Enabled Flag": false } });
    story.phones.a.dials("2002");
    story.phones.a.presses("CallBack");
    return [story, null];
  },
  cannotActivate: () => {
    const story = scenario(cast);
    story.phones.a.dials("9999");
    story.phones.a.presses("CallBack");
    return [story, null];
  },
  asksToReplace: () => [asked(), "active"],
  alreadyRequested: () => {
    const story = active();
    story.phones.a.dials("2002");
    story.phones.a.presses("CallBack");
    expect(story.phones.a.display.screen?.kind).toBe("callBackActivated");
    expect(story.requests()).toHaveLength(1);
    return [story, "active"];
  },
  activated: () => [active(), "active"],
  replaced: () => {
    const story = asked();
    story.phones.a.presses("OK");
    return [story, "active"];
  },
  questionClosed: () => {
    const story = asked();
    story.wait(30);
    expect(story.phones.a.display.screen).toBeNull();
    expect(story.phones.a.hears).toBe("busy");
    return [story, "active"];
  },
  oldRequestEnded: () => {
    const story = asked();
    story.cancelled(story.requests()[0]?.id ?? "");
    expect(story.phones.a.display.screen).toBeNull();
    story.phones.a.presses("CallBack");
    return [story, "active"];
  },
  farSideAnswered: () => {
    const story = abroad();
    story.simulation.transport = losing("ccRequest");
    story.phones.a.presses("CallBack");
    expect(story.phones.a.requestState).toBe("requested");
    story.wait(10);
    expect(story.phones.a.display.screen?.kind).toBe("callBackCannotActivate");
    return [story, "ended"];
  },
  freeBeforeAccept: () => {
    const story = abroad();
    const { a, b } = story.phones;
    story.simulation.transport = ({ message }) => (message.kind === "ccAccept" ? "keep" : "deliver");
    a.presses("CallBack");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
    for (const sent of story.simulation.kept) story.simulation.deliver(sent);
    return [story, "ready"];
  },
  bothFree: () => [ready(), "ready"],
  originatorNotFree: () => {
    const story = active();
    story.phones.a.goesOffHook();
    story.phones.b.hangsUp();
    return [story, "suspended"];
  },
  cycleUnderDndReject: () => {
    const story = underDndReject();
    story.phones.b.goesOffHook();
    story.phones.b.hangsUp();
    return [story, "readyDndReject"];
  },
  turnedAway: () => {
    const story = ready();
    story.phones.a.goesOffHook();
    expect(story.phones.a.requestState).toBe("ready");
    story.phones.a.dials("2003");
    expect(story.phones.a.display.screen).toBeNull();
    return [story, "suspended"];
  },
  turnedAwayLate: () => {
    const story = ready();
    story.wait(20);
    story.phones.a.dials("2003");
    expect(story.phones.a.display.screen).toBeNull();
    return [story, "readyLate"];
  },
  originatorFree: () => {
    const story = active();
    story.phones.a.goesOffHook();
    story.phones.b.hangsUp();
    story.phones.b.goesOffHook();
    story.phones.a.hangsUp();
    return [story, "active"];
  },
  dialled: () => [calling(), "calling"],
  recallExpired: () => {
    const story = ready();
    story.wait(20);
    return [story, "readyLate"];
  },
  targetTaken: () => {
    const story = ready();
    story.phones.b.goesOffHook();
    expect(story.phones.a).toMatchObject({ hears: "none", display: { screen: null } });
    return [story, "active"];
  },
  dndRejectBegins: () => {
    const story = ready();
    story.phones.b.setsDnd();
    expect(story.phones.a.display).toMatchObject({ tone: "none", screen: { softkeys: ["Cancel", "Exit"] } });
    return [story, "readyDndReject"];
  },
  dndRejectEnds: () => {
    const story = ready();
    story.phones.b.setsDnd();
    story.phones.b.clearsDnd();
    return [story, "ready"];
  },
  screenLeft: () => {
    const story = ready();
    story.phones.a.presses("Exit");
    expect(story.phones.a).toMatchObject({ hears: "none", display: { screen: null } });
    story.phones.a.presses("CallBack");
    expect(story.phones.a.display.screen?.kind).toBe("callBackAvailable");
    return [story, "ready"];
  },
  answered: () => {
    const story = calling();
    story.phones.b.answers();
    return [story, "ended"];
  },
  busyAgain: () => {
    const story = ready();
    story.phones.c.dials("2002");
    story.phones.a.presses("Dial");
    expect(story.phones.a.hears).toBe("busy");
    story.phones.c.hangsUp();
    return [story, "active"];
  },
  noAnswerAgain: () => {
    const story = calling();
    story.wait(12);
    expect(story.requests()[0]?.mode).toBe("noReply");
    return [story, "active"];
  },
  notReached: () => {
    const story = ready();
    story.phones.b.isUnplugged();
    story.phones.a.presses("Dial");
    expect(story.phones.a.hears).toBe("reorder");
    return [story, "readyLate"];
  },
  targetRemoved: () => {
    const story = active();
    story.phones.b.isRemoved();
    return [story, "active"];
  },
  hungUpFirst: () => {
    const story = calling();
    story.phones.a.hangsUp();
    return [story, "active"];
  },
  cancelled: () => {
    const story = active();
    story.phones.a.presses("Cancel");
    return [story, "ended"];
  },
  durationExpired: () => {
    const story = active();
    story.wait(3600);
    return [story, "ended"];
  },
  userChanged: () => {
    const story = active();
    story.phones.b.changesUser();
    return [story, "ended"];
  },
  lostBeforeReady: () => {
    const story = active(keep);
    story.phones.a.isReset();
    return [story, "active"];
  },
  lostWhenReady: () => {
    const story = ready();
    story.phones.a.dials("2003");
    story.phones.a.isUnplugged();
    return [story, "readyLate"];
  },
  lostWhileCalling: () => {
    const story = calling();
    story.phones.a.isUnplugged();
    expect(story.phones.b.display.calls).toEqual([]);
    return [story, "readyLate"];
  },
  readyWhileHidden: () => {
    const story = active(keep);
    story.phones.a.isUnplugged();
    story.phones.b.hangsUp();
    expect(story.phones.a).toMatchObject({ hears: "none", display: { screen: null } });
    return [story, "ready"];
  },
  joinedOtherwise: () => {
    const story = ready();
    story.phones.a.presses("Exit");
    story.phones.a.dials("2002");
    story.phones.b.answers();
    return [story, "ended"];
  },
  // What a restart of the server does is shown by the histories that are stored and read back in the middle.
  serverStarted: () => {
    const story = active();
    story.simulation.restart();
    story.phones.b.hangsUp();
    return [story, "ready"];
  },
  farSideEnded: () => {
    const story = abroad();
    story.phones.a.presses("CallBack");
    story.linkLost("Busan");
    expect(story.phones.a.display.screen).toBeNull();
    return [story, "ended"];
  },
  noRouteLeft: () => {
    const story = abroad();
    story.phones.a.presses("CallBack");
    story.configure(routePatternsChange(null, []));
    expect(story.phones.a.display.screen).toBeNull();
    return [story, "ended"];
  },
  targetMoved: () => {
    const story = viaRoutePoint();
    const { b, c } = story.phones;
    story.configure(routePoint("2003"));
    b.hangsUp();
    expect(story.requests().at(-1)?.state).toBe("active");
    c.hangsUp();
    return [story, "ready"];
  },
  selectionChanged: () => {
    const guard = { "Callback Guard Time": 15 };
    const story = ready({ parameters: guard });
    expect(story.requests().at(-1)?.state).toBe("active");
    story.configure({ table: "parameters", key: "engine", value: engineParameters([]) });
    return [story, "ready"];
  },
  messageTooLate: () => {
    const story = abroad();
    const { a } = story.phones;
    story.simulation.transport = ({ message }) => (message.kind === "ccAccept" ? "keep" : "deliver");
    a.presses("CallBack");
    story.wait(10);
    for (const sent of story.simulation.kept) story.simulation.deliver(sent);
    expect(story.simulation.world("Busan").tables.served.size).toBe(0);
    return [story, "ended"];
  },
};

describe("every row of the table of requests", () => {
  test.each(rowNames.map((name) => [rowNumbers[name], name] as const))(
    "row %s, %s, is taken by its story",
    (_, row) => {
      const [story, state] = stories[row]();
      expect(story.rows()).toContain(row);
      expect(story.requests().at(-1)?.state ?? null).toBe(state);
    },
  );
});
