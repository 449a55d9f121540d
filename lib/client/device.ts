import { ORPCError } from "@orpc/client";
import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import type { ListRequest } from "@/lib/client/list";
import { poll } from "@/lib/client/poll";
import type { PreviewDto } from "@/lib/contract/device";
import type { StartTimeInput } from "@/lib/contract/start-time";
import type { DeviceCommand } from "@/lib/devices/forecast";

/** What has verbs of its own: a phone, and what is used by the phones that the verbs are for. */
export type ActionKind = "phone" | "softkeyTemplate" | "phoneButtonTemplate" | "commonDeviceConfiguration";

/** The verbs that an object has, in the order of its toolbar. */
export const verbsOf: Readonly<Record<ActionKind, readonly DeviceCommand[]>> = {
  phone: ["applyConfig", "reset", "restart"],
  softkeyTemplate: ["applyConfig", "restart"],
  phoneButtonTemplate: ["applyConfig", "restart"],
  commonDeviceConfiguration: ["applyConfig", "reset"],
};

/** True for kinds that have the verbs of phones. */
export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(verbsOf, kind);
}

/** Phones by their names, all that match a search, or those that a job has changed. */
export type ChosenPhones =
  | { readonly names: readonly string[] }
  | { readonly job: { readonly id: string; readonly outcome: "updated" } }
  | { readonly where: readonly string[]; readonly match: "all" | "any" };

/** What an action is for. */
export type ActionTarget =
  | { readonly kind: ActionKind; readonly name: string }
  | { readonly kind: "phones"; readonly chosen: ChosenPhones };

function chosenBody(chosen: ChosenPhones) {
  if ("names" in chosen) return { names: chosen.names.map((name) => ({ name })) };
  if ("job" in chosen) return { job: chosen.job };
  return { where: [...chosen.where], match: chosen.match };
}

/** To the compiler the kinds have other verbs; the verbs that a page offers are those of its kind. */
function routesOf(kind: ActionKind): typeof api.device.phone {
  return api.device[kind] as typeof api.device.phone;
}

const previewOf = {
  applyConfig: "previewApplyConfig",
  reset: "previewReset",
  restart: "previewRestart",
} as const;

function preview(target: ActionTarget, command: DeviceCommand): Promise<PreviewDto> {
  if (target.kind === "phones") {
    return api.device.previewBulk({ body: { action: command, ...chosenBody(target.chosen) } });
  }
  return routesOf(target.kind)[previewOf[command]]({ params: { name: target.name } });
}

/** What an action would do, as it is now. */
export function previewQuery(target: ActionTarget, command: DeviceCommand) {
  return queryOptions({
    // Among the keys of the API, so that a change of any object makes it be asked again.
    queryKey: [["device", "preview"], { input: { target, command } }],
    queryFn: () => preview(target, command),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Why an action is done, and when: without a time at once. */
export interface ActionTerms {
  readonly reason: string;
  readonly at: StartTimeInput | null;
  /** How long phones in calls are waited for; null: only for what would interrupt them, however long. */
  readonly idleWithinMinutes: number | null;
}

/** Starts an action as a job, or lets it wait for its time. */
export function startAction(
  target: ActionTarget,
  command: DeviceCommand,
  { reason, at, idleWithinMinutes }: ActionTerms,
): Promise<{ jobId: string }> {
  const terms = {
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    ...(at === null ? {} : { at }),
    ...(idleWithinMinutes === null ? {} : { idleWithinMinutes }),
  };
  if (target.kind === "phones") {
    return api.device.bulk({ body: { action: command, ...chosenBody(target.chosen), ...terms } });
  }
  return routesOf(target.kind)[command]({ params: { name: target.name }, body: terms });
}

/** How often the count of waiting phones is asked for while nothing tells that it changed. */
const pendingMilliseconds = 15_000;

/** How many phones run something else than what is saved. */
export function pendingCountQuery() {
  return queries.device.pending.queryOptions({
    input: { query: { limit: 0 } },
    refetchInterval: poll(pendingMilliseconds),
    select: ({ total, isExact }) => ({ total, isExact }),
  });
}

/** One page of the phones that run something else than what is saved. */
export function pendingQuery(limit: number, cursor: string | undefined) {
  const query = { limit, ...(cursor === undefined ? {} : { cursor }) };
  return queries.device.pending.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

const mostPendingAtOnce = 250;

/** The names of all phones that wait, or null when there are more than one action can name. */
export async function pendingNames(most: number): Promise<string[] | null> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: mostPendingAtOnce, ...(cursor ? { cursor } : {}) };
    const page = await api.device.pending({ query });
    names.push(...page.items.map(({ phone }) => phone));
    if (page.total > most || names.length > most) return null;
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

/** How often the first page of the event log looks for what is new. */
const alarmMilliseconds = 2_000;

/** One page of the event log of devices; its first page follows what happens. */
export function alarmsQuery(query: ListRequest) {
  return queries.device.alarms.queryOptions({
    input: { query },
    placeholderData: keepPreviousData,
    refetchInterval: poll(query.cursor === undefined ? alarmMilliseconds : false),
  });
}

export type ConfigurationFileKind = "device" | "softkeys";

/** Address of the file that a phone would download now. */
export function configurationFileAddress(phone: string, file: ConfigurationFileKind): string {
  return `/api/v1/phones/${encodeURIComponent(phone)}/configuration-file?file=${file}`;
}

/** Address of the file that phones with a softkey template download. */
export function softkeyFileAddress(template: string): string {
  return `/api/v1/softkey-templates/${encodeURIComponent(template)}/softkey-file`;
}

/** The text of that file and its version stamp. */
export function configurationFileQuery(phone: string, file: ConfigurationFileKind) {
  return queryOptions({
    queryKey: ["configurationFile", phone, file],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const response = await fetch(configurationFileAddress(phone, file), { signal });
      if (response.ok) {
        const stamp = (response.headers.get("etag") ?? "").replaceAll(/^W\/|"/g, "");
        return { text: await response.text(), stamp };
      }
      const { code, status, data } = (await response.json()) as {
        code: string;
        status: number;
        data: unknown;
      };
      throw new ORPCError(code, { status, data, defined: true });
    },
  });
}

/**
 * Makes everything about phones be read again that is shown. What is being read already is waited for, unless this is the
 * last time: it may have been asked for before the end.
 */
export function refreshPhones(client: QueryClient, { isLast = false } = {}): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.phone.key() }, { cancelRefetch: isLast });
}

/** Makes the phones that wait be counted again. */
export function refreshPending(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.device.pending.key() }, { cancelRefetch: false });
}
