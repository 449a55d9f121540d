import { type TrunkType, trunkCatalogue, trunkTypes } from "@/lib/catalog/trunk-types";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  descriptionValue,
  flagValue,
  nameValue,
  optionalReference,
} from "@/lib/configuration/content-values";

/** A way to another cluster [OV-02, RS-01, RS-02]. */
export interface TrunkContent {
  readonly name: string;
  readonly description: string;
  readonly type: TrunkType;
  /** A session border controller is in between; matters for video calls over SIP with QSIG. */
  readonly throughCube: boolean;
  readonly remoteCluster: string | null;
}

export const trunkRules: ContentRules<TrunkContent> = contentRules(
  "trunk",
  contentShape<TrunkContent>({
    name: nameValue,
    description: descriptionValue,
    type: choiceValue(trunkTypes),
    throughCube: flagValue(false),
    remoteCluster: optionalReference,
  }),
);

/** Whether call back works over a trunk; `notForVideo`: for audio calls only. */
export type TrunkCallBack = "works" | "notForVideo" | "never";

/** Whether call back works over a trunk of this type: only QSIG carries it, and CUBE spoils it for video calls [RS-01, RS-02]. */
export function callBackOver({
  type,
  throughCube,
}: Pick<TrunkContent, "type" | "throughCube">): TrunkCallBack {
  const { hasQsig, isSip } = trunkCatalogue[type];
  if (!hasQsig) return "never";
  return isSip && throughCube ? "notForVideo" : "works";
}
