import { describe, expect, test } from "vitest";
import type { PhoneHandle } from "@/lib/callback/scenario/phone-handle";
import { losing, scenario } from "@/lib/callback/scenario/scenario";
import { ctiRoutePointChange } from "@/lib/callback/setup/configuration-changes";
import type { RequestState } from "@/lib/callback/state/request";
import { promptOn, screenOn } from "@/lib/callback/testing/shown";

const a = { number: "2001", buttons: ["CallBack"] } as const;
const old = { number: "2002", model: "Cisco 7960", protocol: "SIP" } as const;
const remote = { number: "5001", cluster: "Busan" } as const;

function open(b: Parameters<typeof scenario>[0][string] = "2002", opening = {}) {
  return scenario({ a, b, c: "2003" }, opening);
}

/** A asks after busy tone, while B is off hook. */
function askBusy({ phones }: ReturnType<typeof open>): void {
  phones.b.goesOffHook();
  phones.a.dials(phones.b);
  phones.a.presses("CallBack");
}

/** A asks after ringback. */
function askNoReply({ phones }: ReturnType<typeof open>): void {
  phones.a.dials(phones.b);
  phones.a.presses("CallBack");
}

function useOnce(phone: PhoneHandle): void {
  phone.goesOffHook();
  phone.hangsUp();
}

type Told = () => readonly [phone: PhoneHandle, ...states: (RequestState | null)[]];

/** Tells how the request stood after each of some doings. */
function after(phone: PhoneHandle, ...doings: (() => void)[]): ReturnType<Told> {
  const states = doings.map((doing) => {
    doing();
    return phone.requestState;
  });
  return [phone, ...states];
}

/** The table "When is B free?" of docs/engine.md: what is done, row by row and mode by mode. */
const whenFree = {
  "SCCP, SIP phones": {
    busy: () => {
      const story = open();
      askBusy(story);
      return after(story.phones.a, () => story.phones.b.hangsUp());
    },
    noReply: () => {
      const story = open();
      askNoReply(story);
      const { a: caller, b, c } = story.phones;
      const ring = () => {
        c.dials(b);
        c.hangsUp();
      };
      return after(caller, ring, () => useOnce(b));
    },
  },
  "SIP 7940/7960": {
    busy: () => {
      const story = open(old);
      const { a: caller, b, c } = story.phones;
      c.dials(b);
      b.answers();
      caller.dials(b);
      caller.presses("CallBack");
      const call = () => {
        b.dials(c);
        b.hangsUp();
      };
      return after(
        caller,
        () => b.hangsUp(),
        () => useOnce(b),
        call,
      );
    },
    noReply: () => {
      const story = open(old);
      askNoReply(story);
      const { a: caller, b, c } = story.phones;
      const call = () => {
        b.dials(c);
        b.hangsUp();
      };
      return after(caller, () => useOnce(b), call);
    },
  },
  "DND ringer off": {
    busy: () => {
      const story = open();
      story.phones.b.setsDnd("Ringer Off");
      askBusy(story);
      return after(story.phones.a, () => story.phones.b.hangsUp());
    },
    noReply: () => {
      const story = open();
      story.phones.b.setsDnd("Ringer Off");
      askNoReply(story);
      return after(story.phones.a, () => useOnce(story.phones.b));
    },
  },
  "DND-Reject": {
    busy: () => {
      const story = open();
      const { a: caller, b } = story.phones;
      b.setsDnd();
      askNoReply(story);
      return after(
        caller,
        () => {},
        () => useOnce(b),
        () => b.clearsDnd(),
      );
    },
    noReply: () => {
      const story = open();
      const { a: caller, b } = story.phones;
      askNoReply(story);
      return after(
        caller,
        () => b.setsDnd(),
        () => useOnce(b),
        () => b.clearsDnd(),
      );
    },
  },
  "B resets and registers again": {
    busy: () => {
      const story = open();
      askBusy(story);
      return after(story.phones.a, () => story.phones.b.isReset());
    },
    noReply: () => {
      const story = open();
      askNoReply(story);
      return after(
        story.phones.a,
        () => story.phones.b.isReset(),
        () => useOnce(story.phones.b),
      );
    },
  },
  "shared line": {
    busy: () => {
      const { phones } = scenario({ a, b: "2002", b2: { number: "2002" } });
      for (const phone of [phones.b, phones.b2]) phone.goesOffHook();
      phones.a.dials("2002");
      phones.a.presses("CallBack");
      return after(
        phones.a,
        () => phones.b.hangsUp(),
        () => phones.b2.hangsUp(),
      );
    },
    noReply: () => {
      const { phones } = scenario({ a, b: "2002", b2: { number: "2002" } });
      phones.a.dials("2002");
      phones.a.presses("CallBack");
      return after(
        phones.a,
        () => {},
        () => useOnce(phones.b2),
      );
    },
  },
  "CTI route point": {
    busy: () => routePoint(true),
    noReply: () => routePoint(false),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<"busy" | "noReply", Told>>>>;

function routePoint(isBusy: boolean) {
  const point = { name: "Hunt", description: "", directoryNumber: "3000", partition: null };
  const configuration = [ctiRoutePointChange({ ...point, forwardTo: "2002" })];
  const { phones } = open("2002", { configuration });
  if (isBusy) phones.b.goesOffHook();
  phones.a.dials("3000");
  phones.a.presses("CallBack");
  const free = isBusy ? () => phones.b.hangsUp() : () => useOnce(phones.b);
  const dialBack = () => {
    phones.b.forwardsAllTo(phones.c);
    phones.a.presses("Dial");
  };
  const told = after(phones.a, free, dialBack);
  expect(phones.b.hears).toBe("ringing");
  return told;
}

/** How the request stood after each doing. */
const states: {
  readonly [Row in keyof typeof whenFree]: Readonly<Record<"busy" | "noReply", RequestState[]>>;
} = {
  "SCCP, SIP phones": { busy: ["ready"], noReply: ["active", "ready"] },
  "SIP 7940/7960": { busy: ["active", "active", "ready"], noReply: ["active", "ready"] },
  "DND ringer off": { busy: ["ready"], noReply: ["ready"] },
  "DND-Reject": {
    busy: ["active", "readyDndReject", "ready"],
    noReply: ["active", "readyDndReject", "ready"],
  },
  "B resets and registers again": { busy: ["ready"], noReply: ["active", "ready"] },
  "shared line": { busy: ["active", "ready"], noReply: ["active", "ready"] },
  "CTI route point": { busy: ["ready", "calling"], noReply: ["ready", "calling"] },
};

describe("[OV-01] when is B free", () => {
  for (const row of Object.keys(whenFree) as (keyof typeof whenFree)[]) {
    test.each(["busy", "noReply"] as const)(`${row}, mode %s`, (mode) => {
      const [phone, ...stood] = whenFree[row][mode]();
      expect(stood).toEqual(states[row][mode]);
      expect(phone.request?.mode).toBe(mode);
    });
  }
});

const activated = "CallBack is activated on 2002 Press Cancel to deactivate Press Exit to quit this screen";
const available =
  /^2002 has become available Time \d\d:\d\d 01\/05\/2026 Press Dial to call Press Cancel to deactivate Press Exit to quit this screen$/;
const notActive = "CallBack is not active. Press Exit to quit this screen.";

function ready() {
  const story = open();
  askBusy(story);
  story.phones.b.hangsUp();
  return story;
}

type State = "idle" | "dialling" | "offered" | "otherCall" | "confirmReplace" | RequestState;

/** The table of states: how A comes there, and what pressing CallBack then says. */
const pressing: Readonly<Record<State, readonly [arrive: () => PhoneHandle, says: string | RegExp]>> = {
  idle: [() => open().phones.a, notActive],
  dialling: [
    () => {
      const { phones } = open();
      phones.a.types("20");
      return phones.a;
    },
    "Key Not Active",
  ],
  offered: [
    () => {
      const { phones } = open();
      phones.a.dials(phones.b);
      return phones.a;
    },
    activated,
  ],
  otherCall: [
    () => {
      const { phones } = open();
      phones.a.dials(phones.b);
      phones.b.answers();
      return phones.a;
    },
    "Key Not Active",
  ],
  confirmReplace: [
    () => {
      const story = open();
      askBusy(story);
      story.phones.a.dials(story.phones.c);
      story.phones.a.presses("CallBack");
      return story.phones.a;
    },
    "CallBack is already active on 2002. Press OK to activate on 2003. Press Exit to quit this screen.",
  ],
  requested: [
    () => {
      const { phones, simulation } = open(remote);
      simulation.transport = losing("ccRequest");
      phones.a.dials(phones.b);
      phones.a.presses("CallBack");
      return phones.a;
    },
    "Key Not Active",
  ],
  active: [
    () => {
      const story = open();
      askBusy(story);
      return story.phones.a;
    },
    activated,
  ],
  suspended: [
    () => {
      const story = open();
      const { a: caller, b, c } = story.phones;
      askBusy(story);
      c.dials(caller);
      b.hangsUp();
      caller.answers();
      caller.presses("Hold");
      c.hangsUp();
      caller.dials(b);
      return caller;
    },
    activated,
  ],
  ready: [() => ready().phones.a, available],
  readyLate: [
    () => {
      const story = ready();
      story.wait(20);
      return story.phones.a;
    },
    available,
  ],
  readyDndReject: [
    () => {
      const story = ready();
      story.phones.b.setsDnd();
      return story.phones.a;
    },
    "2002 is available now but on DND-R Press Cancel to deactivate Press Exit to quit this screen",
  ],
  calling: [
    () => {
      const story = ready();
      story.phones.a.presses("Dial");
      return story.phones.a;
    },
    "Key Not Active",
  ],
  ended: [
    () => {
      const story = ready();
      story.phones.a.presses("Cancel");
      return story.phones.a;
    },
    notActive,
  ],
};

describe("[OV-03] what pressing CallBack shows in each state", () => {
  test.each(Object.keys(pressing) as State[])("%s", (state) => {
    const [arrive, says] = pressing[state];
    const phone = arrive();
    const { requestState } = phone;
    phone.pressesButton(2);
    const said = promptOn(phone) || screenOn(phone);
    if (typeof says === "string") expect(said).toBe(says);
    else expect(said).toMatch(says);
    const isOfRequest = !["idle", "dialling", "offered", "otherCall", "confirmReplace", "ended"].includes(
      state,
    );
    if (isOfRequest) expect(requestState).toBe(state);
  });
});
