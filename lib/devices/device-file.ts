import {
  buttonFeatureCatalogue,
  lineFeature,
  noFeature,
  speedDialFeature,
} from "@/lib/catalog/button-features";
import { expansionButtons } from "@/lib/catalog/expansion-modules";
import { localeFacts } from "@/lib/catalog/locale-facts";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { EffectiveButton } from "@/lib/configuration/effective-button";
import { type ConfigurationFile, configurationFile } from "@/lib/devices/configuration-file";
import type { DeviceConfiguration } from "@/lib/devices/device-configuration";
import { softkeyFile } from "@/lib/devices/softkey-file";
import type { Digest } from "@/lib/devices/version-stamp";
import { group, text, type XmlElement } from "@/lib/devices/xml";

/** What the file says that is not part of the phone's configuration. */
export interface DeviceFileFacts {
  /** When something of the configuration changed last, in milliseconds since 1970. */
  readonly changedAt: number;
  /** The indexes of the lines whose directory number is on other devices, too. */
  readonly sharedLines: ReadonlySet<number>;
}

/** Where SIP phones send their requests: to the servers of their device pool. */
const proxy = "USECALLMANAGER";
const sipPort = 5060;

function line(
  button: EffectiveButton,
  { phone }: DeviceConfiguration,
  { sharedLines }: DeviceFileFacts,
): XmlElement | null {
  const { position, feature, label, index, number } = button;
  if (feature === noFeature) return null;
  const { featureId } = buttonFeatureCatalogue[feature];
  if (feature !== lineFeature) {
    const dial =
      feature === speedDialFeature ? phone.speedDials.find((entry) => entry.index === index) : undefined;
    const children = [
      text("featureID", featureId),
      // A speed dial without a label has an empty one; the phone shows its number.
      text("featureLabel", dial ? dial.label : label),
      text("speedDialNumber", number),
      text("speedDialIndex", dial?.index),
    ];
    return group("line", children, { button: position });
  }
  const own = phone.lines.find((candidate) => candidate.index === index);
  if (!own || index === null) return null;
  const isSip = phone.protocol === "SIP";
  const children = [
    text("featureID", featureId),
    text("featureLabel", label),
    text("proxy", isSip ? proxy : null),
    text("port", isSip ? sipPort : null),
    text("name", own.directoryNumber),
    text("displayName", own.displayName),
    text("sharedLine", String(sharedLines.has(index))),
    text("maxNumCalls", own.maxCalls),
    text("busyTrigger", own.busyTrigger),
  ];
  return group("line", children, { button: position, lineIndex: index });
}

function expansionModule(name: string, position: number): XmlElement {
  const children = [text("deviceType", name), text("deviceLine", expansionButtons([name]))];
  return group("addOnModule", children, { idx: position + 1 });
}

/** The name of a locale as files have it: `Korean_Korea_Republic`. */
const fileName = (locale: string) => locale.replaceAll(" ", "_");

function userLocale(name: string): XmlElement {
  const { uid, langCode, version, winCharSet } = localeFacts(name);
  return group("userLocale", [
    text("name", fileName(name)),
    text("uid", uid),
    text("langCode", langCode),
    text("version", version),
    text("winCharSet", winCharSet),
  ]);
}

function networkLocale(name: string): (XmlElement | null)[] {
  const { uid, version } = localeFacts(name);
  const info = [text("name", fileName(name)), text("uid", uid), text("version", version)];
  return [text("networkLocale", fileName(name)), group("networkLocaleInfo", info)];
}

/**
 * The device file of a phone, `SEP….cnf.xml`: registration target, a line for every button that does something,
 * the name of its softkey file, locales and expansion modules. Element names are those that usecallmanager.nz
 * documents and files of Unified CM have. Our own are what stands in `deviceType` and `deviceLine` (name and number of
 * buttons of a module), and that SCCP phones, which get their buttons by messages, have them here as well. Equal
 * configurations give equal bytes.
 */
export function deviceFile(
  configuration: DeviceConfiguration,
  digest: Digest,
  facts: DeviceFileFacts,
): ConfigurationFile {
  const { phone, softkeyTemplate, softkeys, buttons } = configuration;
  const keys = softkeyTemplate && softkeyFile(softkeyTemplate, softkeys, digest);
  const modules = phone.expansionModules.map(expansionModule);
  const children = [
    group("devicePool", [text("name", phone.devicePool)]),
    group("sipProfile", [
      group(
        "sipLines",
        buttons.map((button) => line(button, configuration, facts)),
      ),
      text("softKeyFile", keys?.name),
    ]),
    phone.userLocale === null ? null : userLocale(phone.userLocale),
    ...(phone.networkLocale === null ? [] : networkLocale(phone.networkLocale)),
    phoneModel(phone.model)?.needsSoftkeyControl ? group("vendorConfig", [text("softKeyControl", 1)]) : null,
    modules.length > 0 ? group("addOnModules", modules) : null,
  ];
  const seconds = Math.floor(facts.changedAt / 1_000);
  return configurationFile("device", children, digest, {
    nameOf: () => `${phone.name}.cnf.xml`,
    stampOf: (uuid) => `${seconds}-${uuid}`,
  });
}
