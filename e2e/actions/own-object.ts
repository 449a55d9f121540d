import type { ShownKind } from "@/lib/client/object-kinds";
import type { Api } from "../fixtures/api";
import { createConfiguration } from "./common-device-configuration";
import { createObject, type Kind, uniqueNumber } from "./objects";
import { createPhone, uniqueDevice } from "./phone";
import { createButtonTemplate } from "./phone-button-template";
import { inHours } from "./scheduled-action";

/** Makes an object under a name, or under another one when its kind has names of their own; answers what names it. */
type Maker = (api: Api, name: string) => Promise<string>;

/** Makes an object that needs these fields beside its name. */
function plain(kind: Kind, fields: (name: string) => Readonly<Record<string, unknown>> = () => ({})): Maker {
  return async (api, name) => {
    await createObject(api, kind, { name, ...fields(name) });
    return name;
  };
}

async function ownTrunk(api: Api, name: string): Promise<string> {
  await createObject(api, "trunk", { name, type: "sipQsig", throughCube: true });
  return name;
}

async function ownPhone(api: Api, name: string): Promise<string> {
  const phone = uniqueDevice(() => name);
  await createPhone(api, { name: phone });
  return phone;
}

/** Those of kinds that need more than a name, or have no names. */
const special: Readonly<Partial<Record<ShownKind, Maker>>> = {
  // None is added; all that there are have been there from the beginning.
  serviceParameter: async () => "Callback Guard Time",
  locale: plain("locale", () => ({ kind: "user" })),
  routePattern: async (api, name) => {
    const pattern = uniqueNumber();
    await createObject(api, "routePattern", { pattern, trunk: await ownTrunk(api, name) });
    return pattern;
  },
  directoryNumber: async (api) => {
    const pattern = uniqueNumber();
    await createObject(api, "directoryNumber", { pattern });
    return pattern;
  },
  remoteCluster: plain("remoteCluster", () => ({
    directoryNumbers: [{ pattern: uniqueNumber(), name: "Reception" }],
  })),
  ctiRoutePoint: plain("ctiRoutePoint", () => ({ directoryNumber: uniqueNumber(), forwardTo: "2001" })),
  phone: ownPhone,
  trunk: ownTrunk,
  commonDeviceConfiguration: async (api, name) => {
    await createConfiguration(api, { name });
    return name;
  },
  deviceProfile: plain("deviceProfile", (name) => ({
    userId: name,
    lines: [{ index: 1, directoryNumber: uniqueNumber(), partition: null }],
  })),
  phoneButtonTemplate: async (api, name) => (await createButtonTemplate(api, { name })).name,
  softkeyTemplate: async (api, name) => (await api.createSoftkeyTemplate({ name })).name,
};

/** One object of a kind, for whoever needs just any; answers what names it. */
export function ownObject(api: Api, kind: ShownKind, name: string): Promise<string> {
  return (special[kind] ?? plain(kind))(api, name);
}

/** A job that restarts a phone of its own; answers its id. */
export async function ownJob(api: Api, name: string): Promise<string> {
  const data = { action: "restart", names: [{ name: await ownPhone(api, name) }] };
  return (await (await api.request.post("/api/v1/phones/actions", { data })).json()).jobId;
}

/** A job for a phone of its own that waits until the day after tomorrow, and then for idle phones; answers its id. */
export async function ownScheduledJob(api: Api, name: string): Promise<string> {
  const where = [`name:isExactly:${await ownPhone(api, name)}`];
  const { date, time, timeZone } = inHours(48);
  const at = { dateTime: `${date}T${time}`, timeZone };
  const data = { action: "restart", where, at, idleWithinMinutes: 480 };
  return (await (await api.request.post("/api/v1/phones/actions", { data })).json()).jobId;
}

/** A change of one's own, which has made a phone and the number of its line; answers its id. */
export async function ownChange(api: Api, name: string): Promise<string> {
  const phone = await ownPhone(api, name);
  const answer = await api.request.get(`/api/v1/changes?where=objectName:isExactly:${phone}`);
  return (await answer.json()).items[0].id;
}
