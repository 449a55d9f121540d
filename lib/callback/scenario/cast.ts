import { directoryNumberChange } from "@/lib/callback/setup/configuration-changes";
import type { ConfigurationChange, EventOf } from "@/lib/callback/state/events";
import type { RunningConfiguration } from "@/lib/callback/state/phone";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import type { CallState } from "@/lib/catalog/call-states";
import { builtInUserLocale } from "@/lib/catalog/locales";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { assignButtons } from "@/lib/configuration/button-assignment";
import { completed } from "@/lib/configuration/content-patch";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import { labelledButton } from "@/lib/configuration/effective-button";
import { effectiveSoftkeys } from "@/lib/configuration/effective-softkeys";
import type { LineLimits } from "@/lib/configuration/line-limits";
import { dndOptionsOf } from "@/lib/configuration/phone";
import { directoryNumberKey, type PhoneLine } from "@/lib/configuration/phone-lines";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";

/** A phone of a scenario; everything but its number has a default. */
export interface CastMember {
  readonly number: string;
  /** More lines; a number that another phone has is shared. */
  readonly otherNumbers?: readonly string[];
  readonly cluster?: string;
  readonly model?: string;
  readonly protocol?: "SCCP" | "SIP";
  readonly displayName?: string;
  readonly userLocale?: string;
  readonly partition?: string;
  /** Softkeys of single call states in place of the usual ones. */
  readonly softkeys?: { readonly [State in CallState]?: readonly SoftkeyId[] };
  /** Feature buttons after the line buttons. */
  readonly buttons?: readonly ButtonFeature[];
  /** Fields of its directory number. */
  readonly directoryNumber?: Partial<DirectoryNumberContent>;
  /** How many calls its lines take; without it, what the directory number says. */
  readonly limits?: LineLimits;
}

const defaultModel = "Cisco 8841";

function template(name: string): SoftkeyLayout {
  const found = standardSoftkeyTemplates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found.layout;
}

const standard = template("Standard User");

/** Standard User with CallBack in its three call states [SK-01] and DND. */
export const callBackLayout: SoftkeyLayout = {
  ...standard,
  "On Hook": [...standard["On Hook"], "CallBack", "DND"],
  "Ring Out": [...standard["Ring Out"], "CallBack"],
  "Connected Transfer": [...standard["Connected Transfer"], "CallBack"],
};

/** The name of a member's phone. */
export function phoneNameOf(id: string, { cluster, number }: CastMember): string {
  return cluster ? `${cluster}:${number}` : `SEP-${id}`;
}

function linesOf({ number, otherNumbers = [], partition, displayName }: CastMember): PhoneLine[] {
  return [number, ...otherNumbers].map((directoryNumber, position) => ({
    index: position + 1,
    directoryNumber,
    partition: partition ?? null,
    label: "",
    displayName: displayName ?? "",
    busyTrigger: null,
    maxCalls: null,
  }));
}

/** What the phone of a member runs. */
export function runningOf(member: CastMember): RunningConfiguration {
  const model = member.model ?? defaultModel;
  const lines = linesOf(member);
  const features: ButtonFeature[] = [...lines.map((): ButtonFeature => "Line"), ...(member.buttons ?? [])];
  const protocol = protocolOf(member);
  const hardware = { model, protocol, buttons: features.length };
  const buttons = assignButtons(
    features.map((feature, position) => ({ position: position + 1, feature, label: "" })),
    hardware,
  );
  return {
    softkeys: effectiveSoftkeys(model, { ...callBackLayout, ...member.softkeys }).callStates,
    buttons: buttons.map((button) => labelledButton(button, lines, [])),
    lines: lines.map((line) => ({
      index: line.index,
      number: directoryNumberKey(line),
      directoryNumber: line.directoryNumber,
      displayName: line.displayName,
    })),
    userLocale: member.userLocale ?? builtInUserLocale,
  };
}

function protocolOf({ model, protocol }: CastMember): "SCCP" | "SIP" {
  return protocol ?? phoneModel(model ?? defaultModel)?.protocols[0] ?? "SIP";
}

/** The phone of a member as a device. */
export function setupOf(member: CastMember): EventOf<"phoneConfigured">["setup"] {
  const model = member.model ?? defaultModel;
  const protocol = protocolOf(member);
  const option = dndOptionsOf(model, protocol).at(-1) ?? "Ringer Off";
  return { model, protocol, dnd: { status: false, option }, running: runningOf(member) };
}

/** The directory number with defaults where nothing is said. */
export function directoryNumber(fields: { readonly pattern: string } & Partial<DirectoryNumberContent>) {
  return completed(directoryNumberRules.shape, fields) as DirectoryNumberContent;
}

/** The directory number of a member, with what is set on the lines of those of its cluster that have it. */
function numberOf(pattern: string, member: CastMember, cluster: Members): ConfigurationChange {
  const lineLimits = cluster.flatMap(([id, other]) =>
    other.limits && [other.number, ...(other.otherNumbers ?? [])].includes(pattern)
      ? [{ phone: phoneNameOf(id, other), ...other.limits }]
      : [],
  );
  const fields = { partition: member.partition ?? null, ...member.directoryNumber, pattern };
  return directoryNumberChange(directoryNumber(fields), lineLimits);
}

type Members = readonly (readonly [id: string, CastMember])[];

/** The directory numbers of the members of a cluster. */
export function numbersOf(cluster: Members): ConfigurationChange[] {
  return cluster.flatMap(([, member]) =>
    [member.number, ...(member.otherNumbers ?? [])].map((pattern) => numberOf(pattern, member, cluster)),
  );
}
