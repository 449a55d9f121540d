import fc from "fast-check";
import type { CastMember } from "@/lib/callback/scenario/cast";
import type { PhoneHandle } from "@/lib/callback/scenario/phone-handle";
import { type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import { isSimple, ModelCluster } from "@/lib/callback/testing/model/model-cluster";
import type { ModelPhone, ModelScreen } from "@/lib/callback/testing/model/model-things";

/** The same thing done to the engine and to the model. */
interface Pair {
  readonly story: Scenario<Record<string, CastMember>>;
  readonly model: ModelCluster;
  readonly phone: PhoneHandle;
  readonly twin: ModelPhone;
  readonly other: ModelPhone;
  readonly number: number;
}

type Deed = (pair: Pair) => void;

const waits = [1, 3, 12, 20, 60, 3600, 7200] as const;
const millisecond = 0.001;

/** Only what the model can tell apart: one call a phone, no hold, no transfer. */
const deeds = {
  offHook: ({ phone, model, twin }) => {
    phone.goesOffHook();
    model.offHook(twin);
  },
  onHook: ({ phone, model, twin }) => {
    phone.hangsUp();
    model.onHook(twin);
  },
  dial: ({ phone, model, twin, other }) => {
    if (!isSimple(twin, "dial")) return;
    phone.dials(other.number);
    model.dial(twin, other.number);
  },
  dialUnknown: ({ phone, model, twin }) => {
    if (!isSimple(twin, "dial")) return;
    phone.dials("9999");
    model.dial(twin, "9999");
  },
  callBack: ({ phone, model, twin }) => {
    phone.pressesButton(2);
    model.callBack(twin);
  },
  dialBack: ({ phone, model, twin }) => {
    if (!isSimple(twin, "Dial")) return;
    phone.presses("Dial");
    model.press(twin, "Dial");
  },
  cancel: ({ phone, model, twin }) => {
    phone.presses("Cancel");
    model.press(twin, "Cancel");
  },
  exit: ({ phone, model, twin }) => {
    phone.presses("Exit");
    model.press(twin, "Exit");
  },
  ok: ({ phone, model, twin }) => {
    phone.presses("OK");
    model.press(twin, "OK");
  },
  setDnd: ({ phone, model, twin }) => {
    phone.setsDnd();
    model.setRefusing(twin, true);
  },
  clearDnd: ({ phone, model, twin }) => {
    phone.clearsDnd();
    model.setRefusing(twin, false);
  },
  forward: ({ phone, twin, other }) => {
    phone.forwardsAllTo(other.number);
    twin.forward = other.number;
  },
  forwardToVoiceMail: ({ phone, twin }) => {
    phone.forwardsAllToVoiceMail();
    twin.forward = "voiceMail";
  },
  stopForwarding: ({ phone, twin }) => {
    phone.forwardsAllTo(null);
    twin.forward = "";
  },
  unplug: ({ phone, model, twin }) => {
    phone.isUnplugged();
    model.unregister(twin);
  },
  changeUser: ({ phone, model, twin, story }) => {
    phone.changesUser();
    model.unregister(twin, true);
    model.passTo(story.simulation.now);
    model.register(twin);
  },
  remove: ({ phone, model, twin }) => {
    phone.isRemoved();
    model.remove(twin);
  },
  wait: ({ story, model, number }) => {
    story.wait(waits[number % waits.length] ?? 1);
    model.passTo(story.simulation.now);
  },
  cancelByAdministrator: ({ story, model, twin }) => {
    const request = model.requests.of(twin);
    if (!request) return;
    story.cancelled(story.requests()[model.requests.all.indexOf(request)]?.id ?? "");
    model.cancel(request);
  },
} as const satisfies Record<string, Deed>;

/** An unplugged phone is plugged in again, whatever else is asked of it. */
const plugIn: Deed = ({ phone, model, twin, story }) => {
  phone.isPluggedIn();
  model.passTo(story.simulation.now);
  model.register(twin);
};

const weights: Readonly<Record<keyof typeof deeds, number>> = {
  offHook: 12,
  onHook: 24,
  dial: 24,
  dialUnknown: 1,
  callBack: 28,
  dialBack: 14,
  cancel: 3,
  exit: 3,
  ok: 6,
  setDnd: 4,
  clearDnd: 5,
  forward: 1,
  forwardToVoiceMail: 1,
  stopForwarding: 4,
  unplug: 3,
  changeUser: 1,
  remove: 1,
  wait: 12,
  cancelByAdministrator: 1,
};

/** One thing that happens; `who` and `whom` are taken modulo what is there. */
export interface Doing {
  readonly what: keyof typeof deeds;
  readonly who: number;
  readonly whom: number;
}

const doing: fc.Arbitrary<Doing> = fc.record({
  what: fc.oneof(
    ...Object.entries(weights).map(([what, weight]) => ({
      weight,
      arbitrary: fc.constant(what as keyof typeof deeds),
    })),
  ),
  who: fc.nat(99),
  whom: fc.nat(99),
});

/** Any history of up to that many doings. */
export function doings(maximum: number): fc.Arbitrary<readonly Doing[]> {
  return fc.array(doing, { maxLength: maximum, size: "max" });
}

export interface Scene {
  readonly lines: number;
  readonly policy: "notifyAll" | "oneAtATime";
  readonly onReset: "cancel" | "keep";
}

export const scenes: fc.Arbitrary<Scene> = fc.record({
  lines: fc.integer({ min: 2, max: 5 }),
  policy: fc.constantFrom("notifyAll", "oneAtATime"),
  onReset: fc.constantFrom("cancel", "keep"),
});

/** What the user of a phone sees and hears of call back, in the engine's words. */
function shownByModel({ screen, saysKeyNotActive, playsTone, call }: ModelPhone) {
  return {
    screen: screen && withoutThings(screen),
    prompt: saysKeyNotActive ? "keyNotActive" : null,
    tone: playsTone,
    calls: call ? 1 : 0,
  };
}

/** The question names its call and request in the model and by their ids in the engine: neither is compared. */
function withoutThings(screen: ModelScreen) {
  if (screen.kind !== "callBackAlreadyActive") return screen;
  const { kind, number, other } = screen;
  return { kind, number, other };
}

function shownByEngine({ phone: { screen, prompt, playsCallBackTone, calls } }: PhoneHandle) {
  const compared = screen && { ...screen };
  if (compared?.kind === "callBackAlreadyActive") {
    Reflect.deleteProperty(compared, "call");
    Reflect.deleteProperty(compared, "request");
  }
  return { screen: compared, prompt, tone: playsCallBackTone, calls: calls.length };
}

/** Everything that the two can be compared by, as texts. */
function difference(story: Pair["story"], model: ModelCluster): string | null {
  const requests = (all: readonly { readonly state: string; readonly reason: string | null }[]) =>
    all.map(({ state, reason }) => (reason ? `${state} ${reason}` : state)).join(", ");
  const [engine, reference] = [requests(story.requests()), requests(model.requests.all)];
  if (engine !== reference) return `requests: engine ${engine}; model ${reference}`;
  for (const [index, phone] of Object.values(story.phones).entries()) {
    const twin = model.phones[index];
    if (!twin?.isThere) continue;
    const [seen, wanted] = [JSON.stringify(shownByEngine(phone)), JSON.stringify(shownByModel(twin))];
    if (seen !== wanted) return `${phone.number}: engine ${seen}; model ${wanted}`;
  }
  return null;
}

/**
 * Plays a history with the engine and the model in lockstep.
 * @returns how many things were done
 * @throws at the first difference, with everything that was done before
 */
export function playBoth({ lines, policy, onReset }: Scene, history: readonly Doing[]): number {
  const numbers = Array.from({ length: lines }, (_, index) => `${2001 + index}`);
  const cast = Object.fromEntries(
    numbers.map((number): [string, CastMember] => [`p${number}`, { number, buttons: ["CallBack"] }]),
  );
  const story = scenario(cast, {
    parameters: { "Callback Selection Policy": policy, "Call Back on Originator Reset": onReset },
  });
  const model = new ModelCluster(numbers, {
    isOneAtATime: policy === "oneAtATime",
    keepsOnReset: onReset === "keep",
  });
  model.passTo(story.simulation.now);
  const done: string[] = [];
  for (const { what, who, whom } of history) {
    const phone = Object.values(story.phones)[who % lines];
    const [twin, other] = [model.phones[who % lines], model.phones[whom % lines]];
    if (!phone || !twin?.isThere || !other) continue;
    const pair = { story, model, phone, twin, other, number: whom };
    // No two things happen at the same instant, so that no timers are due at the same one by chance.
    story.wait(millisecond);
    model.passTo(story.simulation.now);
    done.push(`${twin.isRegistered ? what : "plugIn"} ${twin.number} ${other.number} ${whom}`);
    if (twin.isRegistered) deeds[what](pair);
    else if (what === "wait" || what === "remove") deeds[what](pair);
    else plugIn(pair);
    const found = difference(story, model);
    if (found) throw new Error(`${policy}, ${onReset}: ${done.join(" · ")}\n${found}`);
  }
  return done.length;
}
