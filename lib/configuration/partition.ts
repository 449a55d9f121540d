import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue } from "@/lib/configuration/content-values";

const shape = contentShape({ name: nameValue, description: descriptionValue });

/** A group of directory numbers and route patterns that calling search spaces name. */
export type PartitionContent = ContentOf<typeof shape>;

export const partitionRules: ContentRules<PartitionContent> = contentRules("partition", shape);
