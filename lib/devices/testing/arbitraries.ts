import fc from "fast-check";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import { contents, variantsOf } from "@/lib/configuration/testing/arbitraries";
import { buttonTemplatesFor, deskPhones, variantOf } from "@/lib/configuration/testing/phones";
import type { DeviceSources } from "@/lib/devices/device-configuration";
import { commonContent, deviceSources } from "@/lib/devices/testing/example-device";

const commonConfigurations = fc.oneof(
  fc.constant(null),
  fc
    .record({
      softkeyTemplate: fc.constantFrom(null, "Reception"),
      userLocale: fc.constantFrom(null, "Korean Korea Republic"),
      networkLocale: fc.constantFrom(null, "Korea Republic"),
      ipAddressingMode: fc.constantFrom("IPv4 Only", "IPv4 and IPv6"),
    })
    .map((change) => commonContent(change)),
);
const buttonTemplates = fc
  .constantFrom(...standardPhoneButtonTemplates.filter(({ name }) => name === "Standard 8841 SIP"))
  .chain(buttonTemplatesFor);

const parts = fc.record({ phone: deskPhones, common: commonConfigurations, buttons: buttonTemplates });

/** What any 8841 runs, and what is saved for it after some changes. */
export const devicePairs: fc.Arbitrary<{ running: DeviceSources; configured: DeviceSources }> = fc
  .tuple(parts, contents)
  .chain(([part, template]) =>
    fc.record({
      before: fc.constant({ ...part, template }),
      after: fc.record({
        phone: variantOf(part.phone, deskPhones),
        common: fc.oneof(fc.constant(part.common), commonConfigurations),
        buttons: variantOf(part.buttons, buttonTemplates),
        template: variantsOf(template),
      }),
    }),
  )
  .map(({ before, after }) => {
    const sources = ({ phone, common, buttons, template }: typeof before) =>
      deviceSources({
        phone,
        commonDeviceConfiguration: common,
        templateButtons: () => buttons.buttons,
        softkeyLayout: () => template.callStates,
      });
    return { running: sources(before), configured: sources(after) };
  });
