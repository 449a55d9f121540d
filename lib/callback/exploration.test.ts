import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import type { PhoneAction } from "@/lib/callback/state/events";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import type { RequestState } from "@/lib/callback/state/request";
import { allRules, type RulesInForce } from "@/lib/callback/state/rules-in-force";
import { explore, type Move } from "@/lib/callback/testing/exploration";

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
type Policy = "notifyAll" | "oneAtATime";

const target = "SEP-b";
const targetNumber = "3000";
const otherNumber = "4000";

function act(phone: string, action: PhoneAction) {
  return () => ({ kind: "phoneAction", phone, action }) as const;
}

const press = (phone: string, softkey: "CallBack" | "Exit" | "Dial" | "Cancel" | "OK") =>
  act(phone, { kind: "pressSoftkey", softkey });

function stateOf(world: MemoryWorld, phone: string): RequestState | null {
  const id = world.get("phones", phone)?.request;
  return (id && world.get("requests", id)?.state) || null;
}

function isIdle(world: MemoryWorld, phone: string): boolean {
  return world.get("phones", phone)?.hook === "on";
}

/** Begins with the event only when it can do something: what a key press answers otherwise, histories show. */
function when(
  isPossible: (world: MemoryWorld) => boolean,
  event: ReturnType<typeof act>,
): Move["events"][number] {
  return (world) => (isPossible(world) ? event() : null);
}

/** What an originator can do: ask for call back, dial from the screen, cancel, and be busy elsewhere. */
function movesOf(phone: string): Move[] {
  const hasRequest = (world: MemoryWorld) => stateOf(world, phone) !== null;
  const canDial = (world: MemoryWorld) => ["ready", "readyLate"].includes(stateOf(world, phone) ?? "");
  const idle = (world: MemoryWorld) => isIdle(world, phone);
  return [
    {
      name: `${phone} asks`,
      events: [
        when((world) => !hasRequest(world), act(phone, { kind: "dial", digits: targetNumber })),
        press(phone, "CallBack"),
        press(phone, "Exit"),
      ],
    },
    { name: `${phone} dials back`, events: [when(canDial, press(phone, "CallBack")), press(phone, "Dial")] },
    {
      name: `${phone} cancels`,
      events: [when(hasRequest, press(phone, "CallBack")), press(phone, "Cancel")],
    },
    { name: `${phone} is busy elsewhere`, events: [when(idle, act(phone, { kind: "dial", digits: "9" }))] },
    { name: `${phone} hangs up`, events: [when((world) => !idle(world), act(phone, { kind: "onHook" }))] },
  ];
}

const targetMoves: Move[] = [
  { name: "B off hook", events: [when((world) => isIdle(world, target), act(target, { kind: "offHook" }))] },
  { name: "B on hook", events: [when((world) => !isIdle(world, target), act(target, { kind: "onHook" }))] },
];

/** Replacing the request by one for another number that is always busy. */
function replacingMoves(phone: string): Move[] {
  return [
    {
      name: `${phone} replaces`,
      events: [
        when((world) => isIdle(world, phone), act(phone, { kind: "dial", digits: otherNumber })),
        press(phone, "CallBack"),
        press(phone, "OK"),
      ],
    },
  ];
}

function run(
  policy: Policy,
  count: number,
  {
    rules = {},
    replacing = false,
  }: { readonly rules?: Partial<RulesInForce>; readonly replacing?: boolean } = {},
) {
  const ids = Array.from({ length: count }, (_, index) => `a${index + 1}`);
  const cast = Object.fromEntries(ids.map((id, index) => [id, `20${String(index + 1).padStart(2, "0")}`]));
  const { simulation, phones } = scenario(
    { ...cast, b: targetNumber, c: otherNumber },
    { parameters: { "Callback Selection Policy": policy } },
  );
  phones.c.goesOffHook();
  const originators = ids.map((id) => `SEP-${id}`);
  const moves = originators.flatMap((name) => [...movesOf(name), ...(replacing ? replacingMoves(name) : [])]);
  return explore(simulation.world(""), [...moves, ...targetMoves], {
    rules: { ...allRules, ...rules },
    originators,
    timers: isNightly ? ["T2", "T3", "noAnswer"] : ["T3", "noAnswer"],
  });
}

const policies: readonly Policy[] = ["notifyAll", "oneAtATime"];

describe("every reachable state of one target with several originators", () => {
  test.each(policies)("%s: no property is broken", { timeout: 3_600_000 }, (policy) => {
    const { broken, states, steps } = run(policy, isNightly ? 4 : 3);
    expect(broken).toBeNull();
    expect(steps).toBeGreaterThan(states);
  });

  test.each(policies)("%s, and they may replace their requests: no property is broken", (policy) => {
    expect(run(policy, 2, { replacing: true }).broken).toBeNull();
  });
});

describe("switching off a rule is noticed", () => {
  const cases: readonly (readonly [keyof RulesInForce, Policy, readonly string[]])[] = [
    ["selectAfterEveryFreeing", "oneAtATime", ["L1"]],
    ["expiredWaitsForCycle", "oneAtATime", ["L2"]],
    ["withdrawOthers", "notifyAll", ["S2"]],
    ["resumeThroughSelection", "notifyAll", ["S2"]],
    ["keepWhenBusyAgain", "notifyAll", ["S4"]],
    ["replaceAtomically", "notifyAll", ["S9"]],
  ];

  test.each(cases)("%s under %s", (rule, policy, properties) => {
    const { broken } = run(policy, 2, { rules: { [rule]: false }, replacing: rule === "replaceAtomically" });
    expect(broken?.violations.map(({ property }) => property)).toEqual(
      expect.arrayContaining([...properties]),
    );
  });
});
