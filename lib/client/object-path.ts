import { commonDeviceConfigurationPath, softkeyTemplatePath } from "@/lib/client/paths";

/** Pages of the kinds of objects that have one; a kind comes here together with its page. */
const pathOf: Readonly<Record<string, (name: string) => string>> = {
  commonDeviceConfiguration: commonDeviceConfigurationPath,
  softkeyTemplate: softkeyTemplatePath,
};

/** The address of the page of an object, or null when its kind has no page. */
export function objectPath(kind: string, name: string): string | null {
  return Object.hasOwn(pathOf, kind) ? (pathOf[kind]?.(name) ?? null) : null;
}
