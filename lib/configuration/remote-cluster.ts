import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape, keyedList } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, textValue } from "@/lib/configuration/content-values";
import { maximumAlertingNameLength } from "@/lib/configuration/lengths";
import { directoryNumberValue } from "@/lib/configuration/number-rules";

const maximumNumbers = 1000;

const numberShape = contentShape({
  pattern: directoryNumberValue,
  name: textValue(maximumAlertingNameLength),
});

/** A number of the other cluster; behind it is one phone. */
export type RemoteDirectoryNumber = ContentOf<typeof numberShape>;

const shape = contentShape({
  name: nameValue,
  description: descriptionValue,
  directoryNumbers: keyedList("pattern", numberShape, maximumNumbers),
});

/** Another cluster (PINX) that a trunk leads to, with the numbers that exist there. */
export type RemoteClusterContent = ContentOf<typeof shape>;

export const remoteClusterRules: ContentRules<RemoteClusterContent> = contentRules("remoteCluster", shape);

/** The name under which the phone behind a remote number is used: `Busan:5001`. */
export function remotePhoneName(cluster: string, pattern: string): string {
  return `${cluster}:${pattern}`;
}
