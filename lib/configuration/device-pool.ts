import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, nameValue } from "@/lib/configuration/content-values";
import type { Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";

/** The pool of phones for which none is chosen; comes with the product. */
export const defaultDevicePool = "Default";

const shape = contentShape({ name: nameValue, description: descriptionValue });

/** A site: phones that belong together. */
export type DevicePoolContent = ContentOf<typeof shape>;

export const devicePoolRules: ContentRules<DevicePoolContent> = contentRules("devicePool", shape);

/** True for the pool that can be neither renamed nor deleted. */
export function isBuiltInDevicePool(name: string): boolean {
  return nameKey(name) === nameKey(defaultDevicePool);
}

/** Whether a change is allowed: the default pool keeps its name. */
export function checkDevicePoolChange(before: DevicePoolContent, after: DevicePoolContent): Problem[] {
  if (!isBuiltInDevicePool(before.name) || before.name === after.name) return [];
  return [{ path: ["name"], code: "builtIn", params: { name: before.name } }];
}
