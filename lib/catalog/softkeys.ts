import { type CallState, callStates } from "@/lib/catalog/call-states";
import {
  callProcessingSoftkeys,
  managerAssistantSoftkeys,
  type SoftkeyFacts,
} from "@/lib/catalog/softkey-facts";
import { softkeyPlacements } from "@/lib/catalog/softkey-placement";
import { type Confidence, confidenceOf } from "@/lib/catalog/sources";

/** The ids of all softkeys, in the order in which the console lists them. */
export const softkeyIds = [
  "Undefined",
  "Redial",
  "NewCall",
  "Hold",
  "Transfer",
  "CFwdAll",
  "<<",
  "EndCall",
  "Resume",
  "Answer",
  "Confrn",
  "Park",
  "Join",
  "MeetMe",
  "PickUp",
  "GPickUp",
  "OPickUp",
  "RmLstC",
  "CallBack",
  "Barge",
  "cBarge",
  "DND",
  "QRT",
  "MCID",
  "DirTrfr",
  "Select",
  "ConfList",
  "iDivert",
  "VidMode",
  "HLog",
  "Mobility",
  "AbbrDial",
  "Record",
  "QueueStatus",
  "Redirect",
  "TransVM",
  "Intrcpt",
  "SetWtch",
  "DivAll",
] as const;
export type SoftkeyId = (typeof softkeyIds)[number];

/** One softkey of the catalogue. `name` is that of the console's lists: "Call Back (CallBack)". */
export interface Softkey extends SoftkeyFacts {
  /** The application of Unified CM that owns the key. */
  readonly application: "Cisco CallManager" | "Cisco IP Manager Assistant";
  /** The call states in which the key may be placed, each with the confidence of that fact. */
  readonly allowedIn: ReadonlyMap<CallState, Confidence>;
}

const facts: Readonly<Record<SoftkeyId, SoftkeyFacts>> = {
  ...callProcessingSoftkeys,
  ...managerAssistantSoftkeys,
};

function softkey(id: SoftkeyId): Softkey {
  const application = Object.hasOwn(managerAssistantSoftkeys, id)
    ? "Cisco IP Manager Assistant"
    : "Cisco CallManager";
  const allowedIn = softkeyPlacements[id].flatMap(({ callStates: states, sources }) =>
    states.map((state) => [state, confidenceOf(sources)] as const),
  );
  const { name, label } = facts[id];
  const listName = label === "" || label === name ? name : `${name} (${label})`;
  return { ...facts[id], name: listName, application, allowedIn: new Map(allowedIn) };
}

/** Every softkey with its names, numbers and the call states in which it may be placed. */
export const softkeyCatalogue = Object.fromEntries(softkeyIds.map((id) => [id, softkey(id)])) as Readonly<
  Record<SoftkeyId, Softkey>
>;

const knownIds: ReadonlySet<unknown> = new Set(softkeyIds);

/** True when the value is the exact id of a softkey (no prototype key is one). */
export function isSoftkeyId(value: unknown): value is SoftkeyId {
  return knownIds.has(value);
}

/** True when the softkey may be placed in the call state [SK-01]. */
export function isAllowed(id: SoftkeyId, state: CallState): boolean {
  return softkeyCatalogue[id].allowedIn.has(state);
}

const allowed = new Map(callStates.map((state) => [state, softkeyIds.filter((id) => isAllowed(id, state))]));

/** The softkeys that may be placed in the call state, in catalogue order. */
export function allowedSoftkeys(state: CallState): readonly SoftkeyId[] {
  return allowed.get(state) ?? [];
}
