import { buttonFeatureCatalogue, lineFeature, noFeature } from "@/lib/catalog/button-features";
import { expansionButtons } from "@/lib/catalog/expansion-modules";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { EffectiveButton } from "@/lib/configuration/effective-button";
import { type ConfigurationFile, configurationFile } from "@/lib/devices/configuration-file";
import type { DeviceConfiguration } from "@/lib/devices/device-configuration";
import { softkeyFile } from "@/lib/devices/softkey-file";
import type { Digest } from "@/lib/devices/version-stamp";
import { group, text, type XmlElement } from "@/lib/devices/xml";

function line(button: EffectiveButton, { phone, numbers }: DeviceConfiguration): XmlElement | null {
  const { position, feature, label, index, number } = button;
  if (feature === noFeature) return null;
  const { featureId } = buttonFeatureCatalogue[feature];
  const common = [text("featureID", featureId), text("featureLabel", label)];
  if (feature !== lineFeature) {
    return group("line", [...common, text("speedDialNumber", number)], { button: position });
  }
  const own = phone.lines.find((candidate) => candidate.index === index);
  if (!own || index === null) return null;
  const limits = numbers.get(index);
  const children = [
    ...common,
    text("name", own.directoryNumber),
    text("displayName", own.displayName),
    text("maxNumCalls", limits?.maxCalls),
    text("busyTrigger", limits?.busyTrigger),
  ];
  return group("line", children, { button: position, lineIndex: index });
}

function expansionModule(name: string, position: number): XmlElement {
  const children = [text("deviceType", name), text("deviceLine", expansionButtons([name]))];
  return group("addOnModule", children, { idx: position + 1 });
}

/**
 * The device file of a phone, `SEP….cnf.xml`: registration target, a line for every button that does something,
 * the name of its softkey file, locales and expansion modules. Element names are those that usecallmanager.nz
 * documents. Our own are `devicePool/name`, `speedDialNumber`, what stands in `deviceType` and `deviceLine` (name and
 * number of buttons of a module), and that SCCP phones, which get their buttons by messages, have them here as well.
 * Equal configurations give equal bytes.
 */
export function deviceFile(configuration: DeviceConfiguration, digest: Digest): ConfigurationFile {
  const { phone, softkeyTemplate, softkeys, buttons } = configuration;
  const keys = softkeyTemplate && softkeyFile(softkeyTemplate, softkeys, digest);
  const modules = phone.expansionModules.map(expansionModule);
  const children = [
    group("devicePool", [text("name", phone.devicePool)]),
    group("sipProfile", [
      group(
        "sipLines",
        buttons.map((button) => line(button, configuration)),
      ),
      text("softKeyFile", keys?.name),
    ]),
    group("userLocale", [text("name", phone.userLocale)]),
    text("networkLocale", phone.networkLocale),
    group("networkLocaleInfo", [text("name", phone.networkLocale)]),
    phoneModel(phone.model)?.needsSoftkeyControl ? group("vendorConfig", [text("softKeyControl", 1)]) : null,
    modules.length > 0 ? group("addOnModules", modules) : null,
  ];
  return configurationFile("device", children, digest, { nameOf: () => `${phone.name}.cnf.xml` });
}
