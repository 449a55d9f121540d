import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape, keyedList } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue, textValue } from "@/lib/configuration/content-values";
import { directoryNumberValue } from "@/lib/configuration/number-rules";

/** A number of the other cluster; behind it is one phone. */
export interface RemoteDirectoryNumber {
  readonly pattern: string;
  readonly name: string;
}

/** Another cluster (PINX) that a trunk leads to, with the numbers that exist there. */
export interface RemoteClusterContent {
  readonly name: string;
  readonly description: string;
  readonly directoryNumbers: readonly RemoteDirectoryNumber[];
}

const maximumNumbers = 1000;

export const remoteClusterRules: ContentRules<RemoteClusterContent> = contentRules(
  "remoteCluster",
  contentShape<RemoteClusterContent>({
    name: nameValue,
    description: descriptionValue,
    directoryNumbers: keyedList(
      "pattern",
      contentShape<RemoteDirectoryNumber>({ pattern: directoryNumberValue, name: textValue(50) }),
      maximumNumbers,
    ),
  }),
);

/** The name under which the phone behind a remote number is used: `Busan:5001`. */
export function remotePhoneName(cluster: string, pattern: string): string {
  return `${cluster}:${pattern}`;
}
