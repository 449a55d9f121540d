import type { Confidence } from "@/lib/catalog/sources";
import { type ApplyResult, emptyResult } from "@/lib/devices/apply-result";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { type RegistrationReason, registrationReasons } from "@/lib/devices/registration-reasons";

/** Severities of syslog that the alarms use. */
export const alarmSeverities = { warning: 4, informational: 6 } as const;
type Severity = keyof typeof alarmSeverities;
export const severities = Object.keys(alarmSeverities) as [Severity, Severity];

interface AlarmFacts {
  readonly facility: "UC_CALLMANAGER" | "UC_PHONE" | "UC_TFTP";
  readonly severity: Severity;
  readonly parameters: readonly string[];
  readonly confidence: Confidence;
}

/**
 * The alarms of devices that Ringback raises, with the facility, severity and parameters of Unified CM's catalogue.
 * Every alarm has the name of its device besides. Of the two about registration only the reason is written.
 */
export const deviceAlarms = {
  DeviceResetInitiated: {
    facility: "UC_CALLMANAGER",
    severity: "informational",
    parameters: [],
    confidence: "verified",
  },
  DeviceRestartInitiated: {
    facility: "UC_CALLMANAGER",
    severity: "informational",
    parameters: [],
    confidence: "verified",
  },
  DeviceApplyConfigInitiated: {
    facility: "UC_CALLMANAGER",
    severity: "informational",
    parameters: [],
    confidence: "verified",
  },
  DeviceApplyConfigResult: {
    facility: "UC_PHONE",
    severity: "informational",
    parameters: ["CUCM_Result", "Phone_Result", "Reason"],
    confidence: "verified",
  },
  DeviceConfigFailure: {
    facility: "UC_PHONE",
    severity: "warning",
    parameters: ["CurrentConfigVersionStamp", "NewConfigVersionStamp"],
    confidence: "verified",
  },
  BuildStat: {
    facility: "UC_TFTP",
    severity: "informational",
    parameters: ["DeviceCount", "SoftkeyCount", "FeatureControlPolicyCount"],
    confidence: "verified",
  },
  EndPointRegistered: {
    facility: "UC_CALLMANAGER",
    severity: "informational",
    parameters: [],
    confidence: "memory",
  },
  EndPointUnregistered: {
    facility: "UC_CALLMANAGER",
    severity: "warning",
    parameters: ["Reason"],
    confidence: "verified",
  },
} as const satisfies Readonly<Record<string, AlarmFacts>>;
export type AlarmName = keyof typeof deviceAlarms;
export const alarmNames = Object.keys(deviceAlarms) as AlarmName[];

/** One entry of the event log. */
export interface DeviceAlarm {
  readonly name: AlarmName;
  readonly severity: Severity;
  /** Null for an alarm about files of many devices. */
  readonly device: string | null;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Losing the registration so is normal, and the alarm about it no warning (alarm catalogue). */
const normalReasons: ReadonlySet<RegistrationReason> = new Set([
  "CallManagerReset",
  "CallManagerRestart",
  "CallManagerApplyConfig",
  "DeviceInitiatedReset",
  "EMLoginLogout",
  "EMCCLoginLogout",
]);

/** The version stamps of the device file that the phone runs and of the one that is saved; empty: none. */
export interface VersionStamps {
  readonly current: string;
  readonly next: string;
}

function alarm(name: AlarmName, device: string, parameters: DeviceAlarm["parameters"] = {}): DeviceAlarm {
  return { name, severity: deviceAlarms[name].severity, device, parameters };
}

const initiated = {
  reset: "DeviceResetInitiated",
  restart: "DeviceRestartInitiated",
  apply: "DeviceApplyConfigInitiated",
} as const satisfies Readonly<Record<string, AlarmName>>;

function resultAlarm(device: string, { cucmResult, phoneResult, reason }: ApplyResult): DeviceAlarm[] {
  if (cucmResult === emptyResult.cucmResult) return [];
  const parameters = { CUCM_Result: cucmResult, Phone_Result: phoneResult, Reason: reason };
  return [alarm("DeviceApplyConfigResult", device, parameters)];
}

function alarmsOfEffect(
  device: string,
  event: DeviceEvent,
  effect: DeviceEffect,
  stamps: VersionStamps,
): DeviceAlarm[] {
  switch (effect.kind) {
    case "answered":
      if (event.kind !== "reset" && event.kind !== "restart" && event.kind !== "apply") return [];
      return [alarm(initiated[event.kind], device), ...resultAlarm(device, effect.result)];
    case "registered":
      return [alarm("EndPointRegistered", device)];
    case "unregistered": {
      const { reason } = effect;
      const unregistered = alarm("EndPointUnregistered", device, { Reason: registrationReasons[reason] });
      return [normalReasons.has(reason) ? { ...unregistered, severity: "informational" } : unregistered];
    }
    case "rejected": {
      const { current, next } = stamps;
      const parameters = { CurrentConfigVersionStamp: current, NewConfigVersionStamp: next };
      return [alarm("DeviceConfigFailure", device, parameters)];
    }
    case "refused":
    case "finished":
      return [];
  }
}

/** The alarms that an event at a device and its effects raise, in their order. */
export function alarmsOf(
  device: string,
  event: DeviceEvent,
  effects: readonly DeviceEffect[],
  stamps: VersionStamps = { current: "", next: "" },
): DeviceAlarm[] {
  return effects.flatMap((effect) => alarmsOfEffect(device, event, effect, stamps));
}

/** The alarm that a job raises when it built the files of its devices anew; feature policies are not built. */
export function buildAlarm(deviceCount: number, softkeyCount: number): DeviceAlarm {
  const parameters = { DeviceCount: deviceCount, SoftkeyCount: softkeyCount, FeatureControlPolicyCount: 0 };
  return { name: "BuildStat", severity: deviceAlarms.BuildStat.severity, device: null, parameters };
}
