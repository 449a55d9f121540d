import { sameContent } from "@/lib/configuration/content-patch";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { ConfigurationSnapshot } from "@/lib/devices/device";

/** What a key takes from the content of a phone: of its lists only which items there are. */
export type KeyedPhone = Pick<
  PhoneContent,
  "model" | "protocol" | "expansionModules" | "userLocale" | "networkLocale"
> & {
  readonly lines: readonly { readonly index: number }[];
  readonly speedDials: readonly { readonly index: number }[];
};

/**
 * Phones with the same key have the same plan, so that one plan serves the thousands that share a template or a
 * common device configuration. Null for a phone whose own settings, numbers or user changed: it has a plan of its
 * own. `phone` is the content of both revisions, which are then the same.
 */
export function planKey(
  phone: KeyedPhone,
  running: ConfigurationSnapshot,
  configured: ConfigurationSnapshot,
): string | null {
  const isOwn =
    running.deviceProfile !== null ||
    configured.deviceProfile !== null ||
    !sameContent(running.phone, configured.phone) ||
    !sameContent(running.directoryNumbers, configured.directoryNumbers);
  if (isOwn) return null;
  const { model, protocol, expansionModules, userLocale, networkLocale, lines, speedDials } = phone;
  const shared = ({
    softkeyTemplate,
    phoneButtonTemplate,
    commonDeviceConfiguration,
  }: ConfigurationSnapshot) =>
    [softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration].map(
      (reference) => reference && [reference.id, reference.number],
    );
  return JSON.stringify([
    [model, protocol, expansionModules, userLocale, networkLocale],
    // Where a button has a number of the phone, the template's label is not seen.
    [lines.map(({ index }) => index), speedDials.map(({ index }) => index)],
    shared(running),
    shared(configured),
  ]);
}
