import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue } from "@/lib/configuration/content-values";

/** A group of directory numbers and route patterns that calling search spaces name. */
export interface PartitionContent {
  readonly name: string;
  readonly description: string;
}

export const partitionRules: ContentRules<PartitionContent> = contentRules(
  "partition",
  contentShape<PartitionContent>({ name: nameValue, description: descriptionValue }),
);
