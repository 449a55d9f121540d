import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, referencesValue } from "@/lib/configuration/content-values";

/** Most partitions of a calling search space. */
export const maximumPartitions = 100;

const shape = contentShape({
  name: nameValue,
  description: descriptionValue,
  partitions: referencesValue(maximumPartitions),
});

/** The partitions in which a caller's numbers are looked up, the first one first. */
export type CallingSearchSpaceContent = ContentOf<typeof shape>;

export const callingSearchSpaceRules: ContentRules<CallingSearchSpaceContent> = contentRules(
  "callingSearchSpace",
  shape,
);
