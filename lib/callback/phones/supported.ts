import { phoneModel } from "@/lib/catalog/phone-models";

/** True for the devices that can be the target of a call back; 6901 and 6911 cannot [PR-03 to PR-06]. */
export function isSupportedTarget(model: string): boolean {
  const known = phoneModel(model);
  return known !== undefined && (known.callBackSoftkey || known.series === "Analog");
}
