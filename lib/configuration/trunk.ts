import { type TrunkType, trunkTypes } from "@/lib/catalog/trunk-types";
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
