import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, referencesValue } from "@/lib/configuration/content-values";

/** The partitions in which a caller's numbers are looked up, the first one first. */
export interface CallingSearchSpaceContent {
  readonly name: string;
  readonly description: string;
  readonly partitions: readonly string[];
}

/** Most partitions of a calling search space. */
export const maximumPartitions = 100;

export const callingSearchSpaceRules: ContentRules<CallingSearchSpaceContent> = contentRules(
  "callingSearchSpace",
  contentShape<CallingSearchSpaceContent>({
    name: nameValue,
    description: descriptionValue,
    partitions: referencesValue(maximumPartitions),
  }),
);
