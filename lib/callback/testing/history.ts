import fc from "fast-check";
import { checkWorld } from "@/lib/callback/invariants/check-world";
import { checkStep } from "@/lib/callback/invariants/step-properties";
import type { CastMember } from "@/lib/callback/scenario/cast";
import { directoryNumber } from "@/lib/callback/scenario/cast";
import type { PhoneHandle } from "@/lib/callback/scenario/phone-handle";
import { type Opening, type Scenario, scenario } from "@/lib/callback/scenario/scenario";
import type { Transport } from "@/lib/callback/scenario/simulation";
import {
  ctiRoutePointChange,
  directoryNumberChange,
  numberRemoval,
} from "@/lib/callback/setup/configuration-changes";

/** One thing that happens in a random history; `who` and `whom` are taken modulo what is there. */
export interface Happening {
  readonly what: keyof typeof deeds;
  readonly who: number;
  readonly whom: number;
}

/** Where a history takes place. */
export interface Place {
  readonly lines: number;
  readonly opening: Opening;
}

type Everybody = Scenario<Record<string, CastMember>>;
type Deed = (story: Everybody, phone: PhoneHandle, other: PhoneHandle, number: number) => void;

const delays = [1, 3, 12, 20, 60, 3600] as const;
const fates = ["deliver", "lose", "twice", "keep"] as const;

/** Only messages about requests go astray: calls are set up over a connection that keeps them in order. */
function transportOf(number: number): Transport {
  const fate = fates[number % fates.length] ?? "deliver";
  return ({ message }) => ("request" in message && !("call" in message) ? fate : "deliver");
}

const act =
  (deed: (phone: PhoneHandle, other: PhoneHandle, number: number) => void): Deed =>
  (_, phone, other, number) =>
    deed(phone, other, number);

const deeds = {
  offHook: act((phone) => phone.goesOffHook()),
  onHook: act((phone) => phone.hangsUp()),
  dial: act((phone, other) => phone.dials(other)),
  dialVideo: act((phone, other) => phone.dials(other, { video: true })),
  dialRoutePoint: act((phone) => phone.dials("3000")),
  type: act((phone, other) => phone.types(other.number)),
  callBack: act((phone) => phone.presses("CallBack")),
  callBackButton: act((phone) => phone.pressesButton(phone.phone.running.buttons.length)),
  dialBack: act((phone) => phone.presses("Dial")),
  cancel: act((phone) => phone.presses("Cancel")),
  exit: act((phone) => phone.presses("Exit")),
  ok: act((phone) => phone.presses("OK")),
  hold: act((phone) => phone.presses("Hold")),
  resume: act((phone) => phone.presses("Resume")),
  transfer: act((phone) => phone.presses("Transfer")),
  endCall: act((phone) => phone.presses("EndCall")),
  answer: act((phone) => phone.presses("Answer")),
  redial: act((phone) => phone.presses("Redial")),
  forwardKey: act((phone) => phone.presses("CFwdAll")),
  line: act((phone) => phone.pressesButton(1)),
  setDnd: act((phone, _, number) => phone.setsDnd(number % 3 === 0 ? "Ringer Off" : "Call Reject")),
  clearDnd: act((phone) => phone.clearsDnd()),
  forward: act((phone, other) => phone.forwardsAllTo(other)),
  forwardToVoiceMail: act((phone) => phone.forwardsAllToVoiceMail()),
  stopForwarding: act((phone) => phone.forwardsAllTo(null)),
  unplug: act((phone) => phone.isUnplugged()),
  plugIn: act((phone) => phone.isPluggedIn()),
  reset: act((phone) => phone.isReset()),
  changeUser: act((phone) => phone.changesUser()),
  remove: act((phone) => phone.isRemoved()),
  wait: (story, _phone, _other, number) => story.wait(delays[number % delays.length] ?? 1),
  transport: ({ simulation }, _phone, _other, number) => {
    simulation.transport = transportOf(number);
  },
  deliverKept: ({ simulation }, _phone, _other, number) => {
    const [sent] = simulation.kept.splice(number % Math.max(1, simulation.kept.length), 1);
    if (sent) simulation.deliver(sent);
  },
  loseLink: (story) => {
    if (story.simulation.worlds.has("Busan")) story.linkLost("Busan");
  },
  deleteNumber: ({ simulation }, phone) =>
    simulation.happen(phone.cluster, {
      kind: "configured",
      changes: [numberRemoval(phone.number, null)],
    }),
  addNumber: ({ simulation }, phone) =>
    simulation.happen(phone.cluster, {
      kind: "configured",
      changes: [directoryNumberChange(directoryNumber({ pattern: phone.number }))],
    }),
  restart: ({ simulation }) => simulation.restart(),
  store: ({ simulation }) => simulation.storeAndRead(),
  cancelByAdministrator: (story, _phone, _other, number) => {
    const requests = story.requests();
    story.cancelled(requests[number % Math.max(1, requests.length)]?.id ?? "");
  },
} as const satisfies Record<string, Deed>;

/** How often each thing happens; what makes call back interesting happens most. */
const weights: Readonly<Record<keyof typeof deeds, number>> = {
  offHook: 10,
  onHook: 24,
  dial: 24,
  dialVideo: 1,
  dialRoutePoint: 3,
  type: 1,
  callBack: 24,
  callBackButton: 3,
  dialBack: 12,
  cancel: 4,
  exit: 3,
  ok: 6,
  hold: 2,
  resume: 2,
  transfer: 3,
  endCall: 4,
  answer: 3,
  redial: 1,
  forwardKey: 1,
  line: 2,
  setDnd: 3,
  clearDnd: 4,
  forward: 1,
  forwardToVoiceMail: 1,
  stopForwarding: 3,
  unplug: 1,
  plugIn: 3,
  reset: 2,
  changeUser: 1,
  remove: 1,
  wait: 10,
  transport: 2,
  deliverKept: 4,
  loseLink: 1,
  deleteNumber: 1,
  addNumber: 2,
  restart: 1,
  store: 0,
  cancelByAdministrator: 1,
};

const happening: fc.Arbitrary<Happening> = fc
  .oneof(
    ...Object.entries(weights).map(([what, weight]) => ({
      weight,
      arbitrary: fc.constant(what as keyof typeof deeds),
    })),
  )
  .chain((what) => fc.record({ what: fc.constant(what), who: fc.nat(99), whom: fc.nat(99) }));

/** Any history of up to that many happenings. */
export function histories(maximum: number): fc.Arbitrary<readonly Happening[]> {
  return fc.array(happening, { maxLength: maximum, size: "max" });
}

/** Any place: 1 to 50 lines, both policies, both answers to a reset, with and without guard time. */
export const places: fc.Arbitrary<Place> = fc.record({
  lines: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 2, max: 6 }) }, fc.integer({ min: 1, max: 50 })),
  opening: fc.record({
    parameters: fc.record({
      "Callback Selection Policy": fc.constantFrom("notifyAll", "oneAtATime"),
      "Call Back on Originator Reset": fc.constantFrom("cancel", "keep"),
      "Callback Guard Time": fc.constantFrom(0, 0, 5),
    }),
  }),
});

const routePoint = ctiRoutePointChange({
  name: "Hunt",
  description: "",
  directoryNumber: "3000",
  partition: null,
  forwardTo: "2001",
});

/** The phones of a place: some share a line, some are old SIP phones, a third is in another cluster. */
function castOf(lines: number): Record<string, CastMember> {
  const members = Array.from({ length: lines }, (_, index): [string, CastMember] => {
    const buttons = ["CallBack"] as const;
    if (index % 3 === 2) return [`p${index}`, { number: `${5001 + index}`, cluster: "Busan", buttons }];
    const number = `${2001 + (index % 7 === 4 ? 0 : index)}`;
    if (index % 5 === 3) return [`p${index}`, { number, model: "Cisco 7960", protocol: "SIP" }];
    const trigger = index % 4 === 1 ? 2 : 1;
    return [`p${index}`, { number, buttons, directoryNumber: { busyTrigger: trigger, maxCalls: 4 } }];
  });
  return Object.fromEntries(members);
}

/** Plays a history and answers the whole story; fails when a property does not hold after some step. */
export function play({ lines, opening }: Place, history: readonly Happening[]): Everybody {
  const story: Everybody = scenario(castOf(lines), { ...opening, configuration: [routePoint] });
  const { simulation } = story;
  let at = "";
  simulation.beforeStep = (before, entry) => {
    const { found } = checkStep({ before, ...entry });
    if (found.length > 0)
      throw new Error(`${at}: ${JSON.stringify(found)} in ${JSON.stringify(entry.event)}`);
  };
  simulation.afterStep = (world, { event }) => {
    const found = checkWorld(world);
    if (found.length > 0) throw new Error(`${at}: ${JSON.stringify(found)} after ${JSON.stringify(event)}`);
  };
  const phones = Object.values(story.phones);
  for (const [index, { what, who, whom }] of history.entries()) {
    const phone = phones[who % phones.length];
    const other = phones[whom % phones.length];
    if (!phone || !other) continue;
    at = `${index + 1}. ${what} ${phone.number} ${other.number}`;
    const isThere = simulation.world(phone.cluster).get("phones", phone.name) !== undefined;
    if (isThere) deeds[what](story, phone, other, whom);
  }
  return story;
}
