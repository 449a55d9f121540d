import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, optionalReference } from "@/lib/configuration/content-values";
import { checkLines, linesShape, type PhoneLine } from "@/lib/configuration/phone-lines";

/** What a user brings along when logging in to a phone with Extension Mobility [IN-08]. */
export interface DeviceProfileContent {
  readonly name: string;
  readonly description: string;
  /** With this the user logs in; one profile a user. */
  readonly userId: string;
  readonly softkeyTemplate: string | null;
  readonly phoneButtonTemplate: string | null;
  /** Without lines of its own the phone keeps those that it has. */
  readonly lines: readonly PhoneLine[];
}

export const deviceProfileRules: ContentRules<DeviceProfileContent> = contentRules(
  "deviceProfile",
  contentShape<DeviceProfileContent>({
    name: nameValue,
    description: descriptionValue,
    userId: nameValue,
    softkeyTemplate: optionalReference,
    phoneButtonTemplate: optionalReference,
    lines: linesShape,
  }),
  { check: ({ lines }) => checkLines(lines) },
);
