import { callStates } from "@/lib/catalog/call-states";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { type ContentChange, contentChanges } from "@/lib/configuration/content-difference";
import type { EffectiveButton } from "@/lib/configuration/effective-button";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import {
  type PhoneButtonTemplateContent,
  phoneButtonTemplateRules,
} from "@/lib/configuration/phone-button-template";
import { sameSoftkeys } from "@/lib/configuration/softkey-layout";
import type { DeviceConfiguration, UsedTemplate } from "@/lib/devices/device-configuration";
import { type ChangedPart, fieldOfChange, impactOfChange, isDownloaded } from "@/lib/devices/field-impacts";
import { type Impact, strongestImpact } from "@/lib/devices/impact";

/** One difference between what a phone runs and what is saved, in the words of the object that it comes from. */
export interface DeviceChange {
  readonly part: Exclude<ChangedPart, "directoryNumber">;
  readonly change: ContentChange;
  readonly impact: Impact;
}

/** What Apply Config means for one phone, and why; the strongest of its changes decides. */
export interface Plan {
  readonly impact: Impact;
  readonly changes: readonly DeviceChange[];
}

/** Nothing to do: the phone runs what is saved, or has nothing yet and downloads everything when it registers. */
export const nothingToDo: Plan = { impact: "none", changes: [] };

/** The changes that reach a phone by Apply Config: what never leaves the console and what holds as it is saved do not. */
function changesOf(part: DeviceChange["part"], changes: readonly ContentChange[]): DeviceChange[] {
  return changes.flatMap((change) => {
    const impact = impactOfChange(part, change);
    return isDownloaded(impact) ? [{ part, change, impact }] : [];
  });
}

/** The phone without the names of other objects: what these bring is compared for itself. */
function ownSettings(phone: PhoneContent): PhoneContent {
  return { ...phone, commonDeviceConfiguration: null, softkeyTemplate: null, phoneButtonTemplate: "" };
}

function templateChange(
  field: "softkeyTemplate" | "phoneButtonTemplate",
  running: UsedTemplate | null,
  configured: UsedTemplate | null,
): ContentChange[] {
  const [from, to] = [running?.name ?? null, configured?.name ?? null];
  return running?.id === configured?.id ? [] : [{ kind: "valueChanged", field, from, to }];
}

function softkeyChanges(running: DeviceConfiguration, configured: DeviceConfiguration): DeviceChange[] {
  const changed = callStates.filter(
    (state) => !sameSoftkeys(running.softkeys[state], configured.softkeys[state]),
  );
  return changesOf(
    "softkeyTemplate",
    changed.map((state) => ({
      kind: "valueChanged",
      field: `callStates.${state}`,
      from: running.softkeys[state],
      to: configured.softkeys[state],
    })),
  );
}

/** The buttons as the template makes them: the label of a line or speed dial is its own, not the template's. */
function templateButtons(buttons: readonly EffectiveButton[]): PhoneButtonTemplateContent["buttons"] {
  return buttons.map(({ position, feature, label, number }) => ({
    position,
    feature,
    label: number === null && label !== feature ? label : "",
  }));
}

function buttonChanges(running: DeviceConfiguration, configured: DeviceConfiguration): DeviceChange[] {
  const content = ({ phone: { model, protocol }, buttons }: DeviceConfiguration) => ({
    name: "",
    description: "",
    model,
    protocol,
    buttons: templateButtons(buttons),
  });
  const changes = contentChanges(phoneButtonTemplateRules.shape, content(running), content(configured));
  return changesOf(
    "phoneButtonTemplate",
    changes.filter((change) => fieldOfChange(change).startsWith("buttons")),
  );
}

function commonChanges(running: DeviceConfiguration, configured: DeviceConfiguration): DeviceChange[] {
  const content = ({ common }: DeviceConfiguration) => ({
    ...common,
    name: "",
    description: "",
    softkeyTemplate: null,
    userLocale: null,
    networkLocale: null,
  });
  const { shape } = commonDeviceConfigurationRules;
  return changesOf("commonDeviceConfiguration", contentChanges(shape, content(running), content(configured)));
}

/**
 * What Apply Config means for a phone: every difference between what it runs (null: nothing yet) and what is saved,
 * each with its impact [SK-10, CD-03, BT-05, PH-02, PH-03, PH-05]. A difference that does not reach this phone,
 * because it has a value of its own or its model cannot show it, is none. What call processing reads of a directory
 * number holds as it is saved: only another number on a line is a difference.
 */
export function planOf(running: DeviceConfiguration | null, configured: DeviceConfiguration): Plan {
  if (running === null) return nothingToDo;
  const phone = contentChanges(phoneRules.shape, ownSettings(running.phone), ownSettings(configured.phone));
  const changes = [
    ...changesOf("phone", [
      ...phone,
      ...templateChange("softkeyTemplate", running.softkeyTemplate, configured.softkeyTemplate),
      ...templateChange("phoneButtonTemplate", running.phoneButtonTemplate, configured.phoneButtonTemplate),
    ]),
    ...softkeyChanges(running, configured),
    ...buttonChanges(running, configured),
    ...commonChanges(running, configured),
  ];
  return { impact: strongestImpact(changes.map(({ impact }) => impact)), changes };
}
