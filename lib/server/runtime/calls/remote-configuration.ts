import { idlePhone } from "@/lib/callback/phones/idle-phone";
import type { DirectoryNumber, RoutePatterns } from "@/lib/callback/state/dial-plan";
import { engineParameters } from "@/lib/callback/state/parameters";
import type { Phone } from "@/lib/callback/state/phone";
import { engineParametersKey, type RouteTable, type TableName } from "@/lib/callback/state/world";
import { builtInUserLocale } from "@/lib/catalog/locales";
import { fallbackSoftkeyTemplate, standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { assignButtons } from "@/lib/configuration/button-assignment";
import { completed } from "@/lib/configuration/content-patch";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import { labelledButton } from "@/lib/configuration/effective-button";
import { effectiveSoftkeys } from "@/lib/configuration/effective-softkeys";
import { initialLineLimits } from "@/lib/configuration/line-limits";
import { remotePhoneName } from "@/lib/configuration/remote-cluster";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import { nameKey } from "@/lib/configuration/text-rules";
import { loadDialPlan, loadRemoteCluster } from "@/lib/server/db/call/dial-plan";
import type { Transaction } from "@/lib/server/db/transaction";
import { engineTrunk } from "@/lib/server/runtime/calls/home-configuration";
import type { ConfiguredRows } from "@/lib/server/runtime/calls/working-set";

/** Every phone of another cluster is one of these: it has the keys of call back and can do video. */
const remoteModel = "Cisco 8845";
const tables: ReadonlySet<TableName> = new Set([
  "extensions",
  "routePatterns",
  "searchSpaces",
  "phoneSpaces",
  "trunks",
  "lines",
  "parameters",
]);
/** Whatever is not there goes home: one digit, or more of them. */
const anyNumber = ["X", "X!"];

function remoteLayout(): SoftkeyLayout {
  const standard = standardSoftkeyTemplates.find(({ name }) => name === fallbackSoftkeyTemplate);
  if (!standard) throw new Error(`The catalogue lacks ${fallbackSoftkeyTemplate}`);
  const { layout } = standard;
  return {
    ...layout,
    "On Hook": [...layout["On Hook"], "CallBack", "DND"],
    "Ring Out": [...layout["Ring Out"], "CallBack"],
    "Connected Transfer": [...layout["Connected Transfer"], "CallBack"],
  };
}

/** A phone of another cluster while nobody uses it; its one line is known by its number. */
export function remotePhone(cluster: string, pattern: string, displayName: string): Phone {
  const own = { label: "", displayName, ...initialLineLimits };
  const line = { index: 1, directoryNumber: pattern, partition: null, ...own };
  const hardware = { model: remoteModel, protocol: "SIP" as const, buttons: 2 };
  const features = ["Line", "CallBack"] as const;
  const buttons = assignButtons(
    features.map((feature, position) => ({ position: position + 1, feature, label: "" })),
    hardware,
  );
  const running = {
    softkeys: effectiveSoftkeys(remoteModel, remoteLayout()).callStates,
    buttons: buttons.map((button) => labelledButton(button, [line], [])),
    lines: [{ index: 1, number: pattern, directoryNumber: pattern, displayName }],
    userLocale: builtInUserLocale,
  };
  const dnd = { status: false, option: "Call Reject" } as const;
  const setup = { running, model: remoteModel, protocol: "SIP" } as const;
  return idlePhone(remotePhoneName(cluster, pattern), { ...setup, dnd }, "registered");
}

function numberWithPhone(cluster: string, pattern: string, displayName: string) {
  const content = completed(directoryNumberRules.shape, { pattern }) as DirectoryNumberContent;
  const { forward, noAnswerSeconds, busyTrigger, maxCalls } = content;
  const settings = {
    alertingName: displayName,
    forward,
    noAnswerSeconds,
    busyTrigger,
    maxCalls,
    lineLimits: [],
  };
  const number = {
    kind: "directoryNumber",
    key: pattern,
    pattern,
    ...settings,
    searchSpace: null,
  } as const;
  return { number, phone: remotePhone(cluster, pattern, displayName) };
}

/** Another cluster, as far as it is configured here. */
export class RemoteConfiguration implements ConfiguredRows {
  readonly tables = tables;
  readonly name: string;
  readonly #rows = new Map<string, unknown>();
  readonly #numbers = new Map<string, { readonly number: DirectoryNumber; readonly phone: Phone }>();

  constructor(name: string) {
    this.name = name;
  }

  get(table: TableName, key: string): unknown {
    return this.#rows.get(`${table} ${key}`) ?? null;
  }

  /** The number that is configured, and its phone. */
  numberOf(pattern: string): { readonly number: DirectoryNumber; readonly phone: Phone } | undefined {
    return this.#numbers.get(pattern);
  }

  keysOf(table: RouteTable): readonly string[] {
    const start = `${table} `;
    return [...this.#rows.keys()].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  }

  /**
   * The cluster by its name in any case; null when there is none.
   * @param former names of phones whose numbers were taken away, so that these can be told; then also of a cluster that is gone
   */
  static async load(
    transaction: Transaction,
    name: string,
    former: readonly string[] | null = null,
  ): Promise<RemoteConfiguration | null> {
    const stored = await loadRemoteCluster(transaction, nameKey(name));
    const remote = stored
      ? await RemoteConfiguration.#of(transaction, stored)
      : former && new RemoteConfiguration(name);
    if (remote) for (const phone of former ?? []) remote.#cacheStored(phone.slice(remote.name.length + 1));
    return remote;
  }

  static async #of(
    transaction: Transaction,
    stored: NonNullable<Awaited<ReturnType<typeof loadRemoteCluster>>>,
  ): Promise<RemoteConfiguration> {
    const remote = new RemoteConfiguration(stored.name);
    const { parameters } = await loadDialPlan(transaction, { ids: [], digits: [], phones: [] });
    remote.#rows.set(`parameters ${engineParametersKey}`, engineParameters(parameters));
    for (const { pattern, name: displayName } of stored.numbers) remote.#add(pattern, displayName);
    for (const trunk of stored.trunks) {
      const cluster = trunk.cluster === null ? null : "";
      remote.#rows.set(`trunks ${trunk.key}`, engineTrunk({ ...trunk, cluster }));
    }
    const [wayHome] = stored.trunks;
    if (wayHome) {
      const { key } = wayHome;
      const patterns = anyNumber.map((pattern) => ({ pattern, trunk: key, discardsPreDot: false }));
      remote.#rows.set("routePatterns ", { partition: "", patterns } satisfies RoutePatterns);
    }
    return remote;
  }

  /** The phone of a number that is not there any more. */
  #cacheStored(pattern: string): void {
    const number = this.#numbers.get(pattern);
    if (!number) this.#numbers.set(pattern, numberWithPhone(this.name, pattern, ""));
  }

  #add(pattern: string, displayName: string): void {
    this.#numbers.set(pattern, numberWithPhone(this.name, pattern, displayName));
    this.#rows.set(`extensions ${pattern}`, { pattern, entries: [{ partition: "", number: pattern }] });
    this.#rows.set(`lines ${pattern}`, { number: pattern, phones: [remotePhoneName(this.name, pattern)] });
  }
}
