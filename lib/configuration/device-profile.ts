import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { deviceDescriptionValue, nameValue, optionalReference } from "@/lib/configuration/content-values";
import { checkLines, linesShape, withLimits } from "@/lib/configuration/phone-lines";

const shape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  /** With this the user logs in; one profile a user. */
  userId: nameValue,
  softkeyTemplate: optionalReference,
  phoneButtonTemplate: optionalReference,
  /** Without lines of its own the phone keeps those that it has. */
  lines: linesShape,
});

/** What a user brings along when logging in to a phone with Extension Mobility [IN-08]. */
export type DeviceProfileContent = ContentOf<typeof shape>;

export const deviceProfileRules: ContentRules<DeviceProfileContent> = contentRules("deviceProfile", shape, {
  check: ({ lines }) => checkLines(lines),
  fill: (profile, known) => ({ ...profile, lines: withLimits(profile.lines, known) }),
});
