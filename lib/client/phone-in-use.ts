import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import type { DisplayedCall, Lamp, Tone } from "@/lib/callback/screens/display";
import type { ScreenKey } from "@/lib/callback/world/phone";
import type { ScreenKind } from "@/lib/callback/world/screen";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import type { CallState } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { api, queries } from "@/lib/client/api";
import type { DndOption } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** What a phone shows and plays, as the API answers it. */
export interface ShownDisplay {
  readonly phone: string;
  readonly registration: PhoneDto["registration"];
  readonly hook: "on" | "off";
  readonly callState: CallState;
  readonly tone: Tone;
  readonly prompt: string;
  readonly softkeys: readonly SoftkeyId[];
  readonly screen: {
    readonly kind: ScreenKind;
    readonly title: string;
    readonly lines: readonly string[];
    readonly softkeys: readonly ScreenKey[];
  } | null;
  readonly buttons: readonly {
    readonly position: number;
    readonly feature: ButtonFeature;
    readonly label: string;
    readonly lamp: Lamp;
  }[];
  readonly calls: readonly DisplayedCall[];
}

/** Something that a person does with a phone. */
export type PhoneAction =
  | { readonly action: "offHook" | "onHook" | "unplug" | "plugIn" | "logout" }
  | { readonly action: "dial"; readonly digits: string; readonly line?: number; readonly video?: boolean }
  | { readonly action: "pressSoftkey"; readonly softkey: SoftkeyId | ScreenKey }
  | { readonly action: "pressButton"; readonly position: number }
  | { readonly action: "setDnd"; readonly status: boolean; readonly option: DndOption }
  | { readonly action: "login"; readonly userId: string };

/** What a phone shows and plays now. */
export function displayQuery(phone: string) {
  return queries.device.display.queryOptions({
    input: { params: { name: phone } },
    select: (display): ShownDisplay => display,
  });
}

/** Does something with a phone; answers what it shows afterwards. */
export async function actOnPhone(phone: string, body: PhoneAction): Promise<ShownDisplay> {
  return api.device.act({ params: { name: phone }, body: body as { action: "plugIn" | "unplug" } });
}

/** Remembers what a phone shows, as it was just answered. */
export function rememberDisplay(client: QueryClient, display: ShownDisplay): void {
  client.setQueryData<unknown>(displayQuery(display.phone).queryKey, display);
}

/** As many as the list of phones offers before it asks to type more. */
const mostOffered = 20;

/** Phones of the cluster whose name, description or number contains the text. */
export function offeredPhonesQuery(text: string) {
  const where =
    text === "" ? [] : ["name", "description", "directoryNumber"].map((field) => `${field}:contains:${text}`);
  const query = { where, match: "any" as const, sort: "name", limit: mostOffered };
  return queries.phone.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** Clusters that have a number or name that contains the text. */
export function offeredClustersQuery(text: string) {
  const where = text === "" ? [] : ["name", "directoryNumbers"].map((field) => `${field}:contains:${text}`);
  const query = { where, match: "any" as const, sort: "name", limit: mostOffered };
  return queries.remoteCluster.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}
