import { type MessageKey, messageKey } from "@/lib/catalog/message-key";
import type { Confidence } from "@/lib/catalog/sources";

/** Who decides where a feature sits: the administrator, the model's own keys, or nobody any more. */
export type ButtonFeatureGroup = "assignable" | "fixedKey" | "legacy";

/** What a phone must add to a button with the feature before the button can do something. */
export type ButtonData = "line" | "speedDial" | "speedDialBlf" | "serviceUrl" | "callParkBlf" | "intercom";

type Row = readonly [
  name: string,
  featureId: number | null,
  sccpButtonType: number | null,
  group: ButtonFeatureGroup,
  data?: ButtonData,
];

/**
 * Name in the AXL schema (verified), number in the phone's configuration file and SCCP button type (one source
 * each), group (memory). The two numberings differ for Conference, so both are kept.
 */
const rows = [
  ["Redial", 1, 1, "assignable"],
  ["Speed Dial", 2, 2, "assignable", "speedDial"],
  ["Hold", 3, 3, "assignable"],
  ["Transfer", 4, 4, "assignable"],
  ["Forward All", 5, 5, "assignable"],
  ["Display", null, 8, "fixedKey"],
  ["Line", 9, 9, "assignable", "line"],
  ["Chat", null, 10, "legacy"],
  ["Whiteboard", null, 11, "legacy"],
  ["Application Sharing", null, 12, "legacy"],
  ["File Transfer", null, 13, "legacy"],
  ["Video", null, 14, "legacy"],
  ["Message Waiting", null, 15, "legacy"],
  ["Answer/Release", null, 16, "legacy"],
  ["Auto Answer", null, 17, "legacy"],
  ["Settings", 18, null, "fixedKey"],
  ["Privacy", null, 19, "assignable"],
  ["Service URL", 20, 20, "assignable", "serviceUrl"],
  ["Speed Dial BLF", 21, 21, "assignable", "speedDialBlf"],
  ["Call Park BLF", 22, null, "assignable", "callParkBlf"],
  ["Intercom", 23, null, "assignable", "intercom"],
  ["Malicious Call Identification", 27, 27, "assignable"],
  ["Meet Me Conference", 123, 123, "assignable"],
  ["Conference", 102, 125, "assignable"],
  ["Call Park", 126, 126, "assignable"],
  ["Call Pickup", 127, 127, "assignable"],
  ["Group Call Pickup", 128, 128, "assignable"],
  ["Mobility", null, 129, "assignable"],
  ["Do Not Disturb", 130, 130, "assignable"],
  ["Conference List", null, 131, "assignable"],
  ["Remove Last Participant", 132, 132, "assignable"],
  ["Quality Reporting Tool", 133, 133, "assignable"],
  ["CallBack", 134, 134, "assignable"],
  ["Other Pickup", 135, 135, "assignable"],
  ["Video Mode", null, 136, "assignable"],
  ["New Call", 137, 137, "assignable"],
  ["End Call", null, 138, "assignable"],
  ["Hunt Group Logout", 139, 139, "assignable"],
  ["All Calls", 140, null, "assignable"],
  ["Answer Oldest", 141, null, "assignable"],
  ["Alerting Calls", 142, null, "assignable"],
  ["Queue Status", null, 143, "assignable"],
  ["Record", 159, null, "assignable"],
  ["Services", 192, null, "fixedKey"],
  ["Messages", 194, 194, "fixedKey"],
  ["Directories", 195, 195, "fixedKey"],
  ["Information", null, null, "fixedKey"],
  ["Application Menu", 197, 197, "fixedKey"],
  ["Headset", 198, 198, "fixedKey"],
  ["AEC", null, 253, "fixedKey"],
  ["None", null, null, "assignable"],
] as const satisfies readonly Row[];

export type ButtonFeature = (typeof rows)[number][0];

/** A feature that a button of a phone can have. */
export interface ButtonFeatureFacts {
  readonly name: ButtonFeature;
  readonly featureId: number | null;
  readonly sccpButtonType: number | null;
  readonly numbersConfidence: Confidence;
  readonly group: ButtonFeatureGroup;
  readonly groupConfidence: Confidence;
  readonly data: ButtonData | null;
}

/** The names of all 51 features, in the order of the AXL schema. */
export const buttonFeatures: readonly ButtonFeature[] = rows.map(([name]) => name);

/** The feature of a button that carries a directory number; the first button of every phone has it. */
export const lineFeature = "Line" satisfies ButtonFeature;
export const speedDialFeature = "Speed Dial" satisfies ButtonFeature;
export const callBackFeature = "CallBack" satisfies ButtonFeature;
export const videoModeFeature = "Video Mode" satisfies ButtonFeature;
/** The feature of a button that does nothing. */
export const noFeature = "None" satisfies ButtonFeature;

function facts(row: Row & readonly [ButtonFeature, ...unknown[]]): ButtonFeatureFacts {
  const [name, featureId, sccpButtonType, group, data = null] = row;
  return {
    name,
    featureId,
    sccpButtonType,
    numbersConfidence: "oneSource",
    group,
    groupConfidence: "memory",
    data,
  };
}

/** Every feature with its numbers and group. */
export const buttonFeatureCatalogue = Object.fromEntries(rows.map((row) => [row[0], facts(row)])) as Readonly<
  Record<ButtonFeature, ButtonFeatureFacts>
>;

/** True when the value is the exact name of a button feature (no prototype key is one). */
export function isButtonFeature(value: unknown): value is ButtonFeature {
  return typeof value === "string" && Object.hasOwn(buttonFeatureCatalogue, value);
}

export type ButtonFeatureKey = MessageKey<ButtonFeature>;

/** The key of a feature's name in the messages: `Speed Dial` → `speedDial`. */
export function buttonFeatureKey(feature: ButtonFeature): ButtonFeatureKey {
  return messageKey(feature);
}
