import { expect } from "@playwright/test";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import type { Api } from "../fixtures/api";
import type { NumberedPhone } from "./desk-phone";
import { changeObject, createObject } from "./objects";
import { createPhone, uniqueDevice } from "./phone";

type UniqueName = (words: string) => string;

/** What of a phone is not as usual. */
export type PhoneFacts = Readonly<Record<string, unknown>> & {
  readonly name?: string;
  readonly number?: string;
  readonly model?: string;
};

/** A softkey template with CallBack in the three call states where it can be, few keys in each; answers its name. */
export async function createCallBackTemplate(
  api: Api,
  uniqueName: UniqueName,
  ringOut: SoftkeyTemplateDto["callStates"]["Ring Out"] = ["EndCall", "CallBack"],
): Promise<string> {
  const callStates: Partial<SoftkeyTemplateDto["callStates"]> = {
    "On Hook": ["Redial", "NewCall", "CFwdAll", "CallBack"],
    "Ring Out": ringOut,
    "Connected Transfer": ["EndCall", "Transfer", "CallBack"],
  };
  return (await api.createSoftkeyTemplate({ name: uniqueName("Call Back keys"), callStates })).name;
}

/** Phones that are given in a scenario, plugged in and registered: an 8841 with CallBack unless it says otherwise. */
export async function createPhones<Role extends string>(
  api: Api,
  uniqueName: UniqueName,
  roles: Readonly<Record<Role, PhoneFacts>>,
): Promise<Record<Role, NumberedPhone>>;
export async function createPhones(
  api: Api,
  uniqueName: UniqueName,
  roles: Readonly<Record<string, PhoneFacts>>,
): Promise<Record<string, NumberedPhone>> {
  const softkeyTemplate = await createCallBackTemplate(api, uniqueName);
  const phones: Record<string, NumberedPhone> = {};
  for (const [role, facts] of Object.entries(roles)) {
    const { name = uniqueDevice(uniqueName), number = `8${name.slice(-7)}`, ...content } = facts;
    const lines = [{ index: 1, directoryNumber: number }];
    const hasSoftkeys = !/Analog|VGC|ATA|6901|6911/.test(content.model ?? "");
    await createPhone(api, { lines, ...(hasSoftkeys ? { softkeyTemplate } : {}), ...content, name });
    phones[role] = { name, number };
  }
  await advance(api, 2);
  return phones;
}

/** A phone of another cluster, with the trunk and the route pattern that lead there; with QSIG unless it says otherwise. */
export async function createFarPhone(
  api: Api,
  uniqueName: UniqueName,
  trunk: Readonly<Record<string, unknown>> = { type: "interclusterQsig" },
): Promise<NumberedPhone> {
  const cluster = uniqueName("Daejeon");
  const number = `6${uniqueDevice(uniqueName).slice(-6)}`;
  const directoryNumbers = [{ pattern: number, name: "Laboratory" }];
  await createObject(api, "remoteCluster", { name: cluster, directoryNumbers });
  await createObject(api, "trunk", { name: cluster, remoteCluster: cluster, ...trunk });
  await createObject(api, "routePattern", { pattern: number, trunk: cluster });
  return { name: `${cluster}:${number}`, number };
}

/** Lets the clock go on. */
export async function advance(api: Api, seconds: number): Promise<void> {
  const answer = await api.request.post("/api/v1/simulation/clock/advance", { data: { seconds } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** What somebody does with a phone who is not on the page. */
export async function act(api: Api, phone: string, action: Readonly<Record<string, unknown>>): Promise<void> {
  const address = `/api/v1/phones/${encodeURIComponent(phone)}/actions`;
  const answer = await api.request.post(address, { data: action });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Resets or restarts a phone, which downloads what is saved. */
export async function sendCommand(api: Api, phone: string, command: "reset" | "restart"): Promise<void> {
  const answer = await api.request.post(`/api/v1/phones/${phone}/${command}`, { data: {} });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Sets a service parameter. */
export function setParameter(api: Api, name: string, value: unknown): Promise<void> {
  return changeObject(api, "serviceParameter", name, { value });
}
