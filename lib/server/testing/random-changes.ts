import type { TrunkMessageMode } from "@/lib/contract/simulation";
import { type PhonesInUse, phoneNameOf } from "@/lib/server/testing/phones-in-use";
import { type Pick, randomAction } from "@/lib/server/testing/random-presses";

/** One call of the API as somebody could send it, sensible or not; a PATCH takes the present version. */
export interface RandomCall {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const numbers = ["2001", "2002", "2003", "2004"];
const far = ["Busan:5001", "Busan:5002", "Daegu:6001"];
const routePoints = ["3000", "3001"];
const dialled = [...numbers, ...numbers, ...routePoints, "5001", "5002", "6001"];
const otherName = "SEP00000000FFFF";
const policies = ["notifyAll", "oneAtATime", "oneAtATime"];
const farNumbers = [[{ pattern: "5001" }], [{ pattern: "5001" }, { pattern: "5002" }], []];
const modes: readonly TrunkMessageMode[] = ["deliver", "deliver", "hold", "lose", "reverse", "down", "up"];

/** Objects that random calls begin with. */
export const firstCalls: readonly RandomCall[] = [
  created("/partitions", { name: "Inside" }),
  created("/remote-clusters", {
    name: "Busan",
    directoryNumbers: [{ pattern: "5001" }, { pattern: "5002" }],
  }),
  created("/remote-clusters", { name: "Daegu", directoryNumbers: [{ pattern: "6001" }] }),
  created("/trunks", { name: "One", type: "sipQsig", remoteCluster: "Busan" }),
  created("/trunks", { name: "Two", type: "priQsig", remoteCluster: "Daegu" }),
  created("/route-patterns", { pattern: "5XXX", trunk: "One" }),
  created("/route-patterns", { pattern: "6XXX", trunk: "Two" }),
  created("/cti-route-points", { name: "Outer", directoryNumber: "3000", forwardTo: "3001" }),
  created("/cti-route-points", { name: "Inner", directoryNumber: "3001", forwardTo: "2002" }),
  created("/phone-button-templates", {
    name: "Buttons",
    copyOf: "Standard 8841 SIP",
    buttons: [1, 2].map((position) => ({ position, feature: "Line", label: "" })),
  }),
];

function created(path: string, body: RandomCall["body"] = {}): RandomCall {
  return { method: "POST", path, body };
}

const changed = (path: string, body: RandomCall["body"] = {}): RandomCall => ({
  method: "PATCH",
  path,
  body,
});
const removed = (path: string): RandomCall => ({ method: "DELETE", path });

/** Somebody uses a phone, an administrator changes what is configured, or time passes. */
export function randomCalls(pick: Pick): readonly RandomCall[] {
  const dice = pick(27);
  const user = oneOf(pick, [...numbers, ...numbers, ...far]);
  if (dice < 10) {
    const digits = oneOf(pick, dialled);
    const asks = { action: "pressSoftkey", softkey: "CallBack" };
    return [acted(user, { action: "onHook" }), acted(user, { action: "dial", digits }), acted(user, asks)];
  }
  if (dice < 14) return [acted(user, { action: oneOf(pick, ["offHook", "onHook", "onHook"]) })];
  if (dice < 15)
    return [acted(user, { action: "pressSoftkey", softkey: oneOf(pick, ["Dial", "Exit", "OK"]) })];
  if (dice < 17) return [acted(user, randomAction(pick, dialled))];
  if (dice === 17) return [acted(user, { action: oneOf(pick, ["unplug", "plugIn", "plugIn"]) })];
  if (dice === 18)
    return [created("/simulation/clock/advance", { seconds: oneOf(pick, [1, 5, 12, 20, 40]) })];
  // What is gone is made again more often than not, or soon nothing would be left.
  const kind = pick(3);
  return kind === 0 ? [oneOf(pick, changes)(pick)] : [oneOf(pick, kind === 1 ? repairs : moves)(pick)];
}

/** An administrator puts in order what a while of random calls has left, so that people can wait for each other again. */
export function callsThatRestore(): readonly RandomCall[] {
  const forward = { all: { destination: null, voiceMail: false } };
  return [
    changed("/service-parameters/Callback%20Enabled%20Flag", { value: true }),
    changed(`/phones/${otherName}`, { name: phoneNameOf("2001") }),
    changed("/directory-numbers/2902", { pattern: "2002" }),
    ...firstCalls,
    changed("/trunks/One", { type: "sipQsig", remoteCluster: "Busan" }),
    changed("/trunks/Two", { type: "priQsig", remoteCluster: "Daegu" }),
    ...["Busan", "Daegu"].map((remoteCluster) =>
      created("/simulation/trunk-messages", { remoteCluster, mode: "up" }),
    ),
    ...numbers.flatMap((number) => [
      changed(`/directory-numbers/${number}`, { partition: null, forward }),
      newPhone(number, number),
      changed(`/phones/${phoneNameOf(number)}`, { lines: [{ index: 1, directoryNumber: number }] }),
      acted(number, { action: "plugIn" }),
      acted(number, { action: "onHook" }),
    ]),
  ];
}

function acted(number: string, action: RandomCall["body"] & { readonly action: string }): RandomCall {
  return created(`/phones/${encodeURIComponent(phoneNameOf(number))}/actions`, action);
}

function oneOf<Item>(pick: Pick, items: readonly Item[]): Item {
  const item = items[pick(items.length)];
  if (item === undefined) throw new Error("There is nothing to pick");
  return item;
}

const trunk = (pick: Pick) => oneOf(pick, ["One", "Two", "Three"]);
const remote = (pick: Pick) => oneOf(pick, ["Busan", "Busan", "Daegu"]);
const type = (pick: Pick) => oneOf(pick, ["sip", "sipQsig", "priQsig"]);
const pattern = (pick: Pick) => oneOf(pick, ["5XXX", "5001", "6XXX"]);
const phonePath = (pick: Pick) => `/phones/${phoneNameOf(oneOf(pick, numbers))}`;
const lines = (pick: Pick) =>
  [1, 2].flatMap((index) => {
    const directoryNumber = oneOf(pick, numbers);
    return index === 1 || pick(2) === 0 ? [{ index, directoryNumber }] : [];
  });

/** What makes what may be gone. */
const repairs: readonly ((pick: Pick) => RandomCall)[] = [
  () => created("/trunks", { name: "One", type: "sipQsig", remoteCluster: "Busan" }),
  () => created("/route-patterns", { pattern: "5XXX", trunk: "One" }),
  () =>
    created("/remote-clusters", {
      name: "Busan",
      directoryNumbers: [{ pattern: "5001" }, { pattern: "5002" }],
    }),
  () => created("/simulation/trunk-messages", { remoteCluster: "Busan", mode: "up" }),
  (pick) =>
    created("/cti-route-points", { name: "Inner", directoryNumber: "3001", forwardTo: oneOf(pick, numbers) }),
  () => created("/cti-route-points", { name: "Outer", directoryNumber: "3000", forwardTo: "3001" }),
  (pick) => newPhone("2001", anyLine(pick, "2001")),
  (pick) => {
    const number = oneOf(pick, numbers);
    return newPhone(number, anyLine(pick, number));
  },
  (pick) => acted(oneOf(pick, numbers), { action: "plugIn" }),
  () => changed("/service-parameters/Callback%20Enabled%20Flag", { value: true }),
  () => changed(`/phones/${otherName}`, { name: phoneNameOf("2001") }),
  () => changed("/directory-numbers/2902", { pattern: "2002" }),
];

function newPhone(number: string, directoryNumber: string): RandomCall {
  const softkeyTemplate = "Call Back User";
  const [name, model] = [phoneNameOf(number), "Cisco 8841"];
  return created("/phones", { name, model, softkeyTemplate, lines: [{ index: 1, directoryNumber }] });
}

const anyLine = (pick: Pick, number: string) => (pick(3) === 0 ? oneOf(pick, numbers) : number);

/** What requests that wait have to follow most. */
const moves: readonly ((pick: Pick) => RandomCall)[] = [
  (pick) =>
    changed(`/cti-route-points/${oneOf(pick, ["Inner", "Outer"])}`, { forwardTo: oneOf(pick, numbers) }),
  (pick) => changed("/cti-route-points/Outer", { forwardTo: oneOf(pick, ["3001", "3000", "", "9"]) }),
  (pick) => changed("/service-parameters/Callback%20Selection%20Policy", { value: oneOf(pick, policies) }),
  (pick) => changed("/service-parameters/Callback%20Guard%20Time", { value: oneOf(pick, [0, 0, 3, 15]) }),
  (pick) => changed(phonePath(pick), { lines: lines(pick) }),
  (pick) => created(`${phonePath(pick)}/${oneOf(pick, ["apply-config", "reset", "restart"])}`, {}),
  (pick) => changed("/trunks/One", { type: type(pick) }),
];

/** Every other kind of change. */
const changes: readonly ((pick: Pick) => RandomCall)[] = [
  (pick) => changed(`/trunks/${trunk(pick)}`, { remoteCluster: oneOf(pick, ["Busan", "Daegu", null]) }),
  (pick) => changed(`/trunks/${trunk(pick)}`, { name: trunk(pick) }),
  (pick) => removed(`/trunks/${trunk(pick)}`),
  (pick) => created("/trunks", { name: trunk(pick), type: type(pick), remoteCluster: remote(pick) }),
  (pick) => created(`/trunks/${trunk(pick)}/revisions/${1 + pick(3)}/restore`),
  (pick) => created(`/trunks/${trunk(pick)}/reassign`, { to: trunk(pick) }),
  (pick) => removed(`/route-patterns/${pattern(pick)}`),
  (pick) => created("/route-patterns", { pattern: pattern(pick), trunk: trunk(pick) }),
  (pick) =>
    created("/bulk/route-patterns/delete", { where: [`pattern:beginsWith:${oneOf(pick, ["5", "6"])}`] }),
  (pick) => changed(`/remote-clusters/${remote(pick)}`, { directoryNumbers: oneOf(pick, farNumbers) }),
  (pick) => removed(`/remote-clusters/${remote(pick)}`),
  (pick) => removed(`/cti-route-points/${oneOf(pick, ["Inner", "Outer"])}`),
  (pick) => {
    const directoryNumber = oneOf(pick, [...routePoints, "2004"]);
    return created("/cti-route-points", { name: "Other", directoryNumber, forwardTo: oneOf(pick, numbers) });
  },
  () => removed("/cti-route-points/Other"),
  (pick) => removed(`/directory-numbers/${oneOf(pick, dialled)}`),
  (pick) => created("/directory-numbers", { pattern: oneOf(pick, numbers) }),
  (pick) =>
    changed(`/directory-numbers/${oneOf(pick, numbers)}`, { partition: oneOf(pick, ["Inside", null]) }),
  (pick) => {
    const all = { destination: oneOf(pick, [null, "2003"]), voiceMail: pick(4) === 0 };
    return changed(`/directory-numbers/${oneOf(pick, numbers)}`, { forward: { all } });
  },
  (pick) =>
    changed("/service-parameters/Call%20Back%20on%20Originator%20Reset", {
      value: oneOf(pick, ["cancel", "keep"]),
    }),
  (pick) => changed("/service-parameters/Callback%20Enabled%20Flag", { value: pick(4) > 0 }),
  (pick) => changed(phonePath(pick), { phoneButtonTemplate: oneOf(pick, ["Buttons", "Standard 8841 SIP"]) }),
  (pick) => {
    const feature = (position: number) => (position === 1 || pick(2) === 0 ? "Line" : "Speed Dial");
    const buttons = [1, 2, 3]
      .slice(0, 1 + pick(3))
      .map((position) => ({ position, feature: feature(position), label: "" }));
    return changed("/phone-button-templates/Buttons", { buttons });
  },
  () => created("/phone-button-templates/Buttons/apply-config", {}),
  (pick) => removed(phonePath(pick)),
  (pick) => changed(phonePath(pick), { name: otherName }),
  () => changed("/directory-numbers/2002", { pattern: "2902" }),
  (pick) => created("/simulation/trunk-messages", { remoteCluster: remote(pick), mode: oneOf(pick, modes) }),
];

/**
 * Sends a call.
 * @returns the status and, of a refusal, its code
 */
export async function tryCall(
  { call, get }: PhonesInUse,
  { method, path, body }: RandomCall,
): Promise<string> {
  const version = method === "PATCH" ? (await get(path)).version : undefined;
  const answer = await call(method, path, version === undefined ? body : { version, ...body });
  return `${answer.status} ${answer.body.code ?? ""}`;
}
