import { trunkCatalogue, trunkTypes } from "@/lib/catalog/trunk-types";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  deviceDescriptionValue,
  flagValue,
  nameValue,
  optionalReference,
} from "@/lib/configuration/content-values";

const shape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  type: choiceValue(trunkTypes),
  /** A session border controller is in between; matters for video calls over SIP with QSIG. */
  throughCube: flagValue(false),
  remoteCluster: optionalReference,
});

/** A way to another cluster [OV-02, RS-01, RS-02]. */
export type TrunkContent = ContentOf<typeof shape>;

export const trunkRules: ContentRules<TrunkContent> = contentRules("trunk", shape);

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
