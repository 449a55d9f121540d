import { keepPreviousData } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import type { DisplayDto, PhoneActionDto } from "@/lib/contract/phone-operation";

/** What a phone shows and plays now. */
export function displayQuery(phone: string) {
  return queries.device.display.queryOptions({ input: { params: { name: phone } } });
}

/** Does something with a phone; answers what it shows afterwards. */
export async function actOnPhone(phone: string, body: PhoneActionDto): Promise<DisplayDto> {
  return api.device.act({ params: { name: phone }, body });
}

/** As many as the list of phones offers before it asks to type more. */
const mostOffered = 20;

/** Phones of the cluster whose name, description or number contains the text, in the order of their numbers. */
export function offeredPhonesQuery(text: string) {
  const where =
    text === "" ? [] : ["name", "description", "directoryNumber"].map((field) => `${field}:contains:${text}`);
  const query = { where, match: "any" as const, sort: "directoryNumber", limit: mostOffered };
  return queries.phone.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** Clusters that have a number or name that contains the text. */
export function offeredClustersQuery(text: string) {
  const where = text === "" ? [] : ["name", "directoryNumbers"].map((field) => `${field}:contains:${text}`);
  const query = { where, match: "any" as const, sort: "name", limit: mostOffered };
  return queries.remoteCluster.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** Device profiles whose user or name contains the text. */
export function offeredProfilesQuery(text: string) {
  const where = text === "" ? [] : ["userId", "name"].map((field) => `${field}:contains:${text}`);
  const query = { where, match: "any" as const, sort: "userId", limit: mostOffered };
  return queries.deviceProfile.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}
