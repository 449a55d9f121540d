import { callStates } from "@/lib/catalog/call-states";
import { type SoftkeyId, softkeyCatalogue, softkeyIds } from "@/lib/catalog/softkeys";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import { type ConfigurationFile, configurationFile } from "@/lib/devices/configuration-file";
import type { UsedTemplate } from "@/lib/devices/device-configuration";
import type { Digest } from "@/lib/devices/version-stamp";
import { group, text, type XmlElement } from "@/lib/devices/xml";

function definition(softkey: SoftkeyId): XmlElement {
  const { tag, eventId, helpId } = softkeyCatalogue[softkey];
  const numbers = [text("tag", tag), text("eventID", eventId), text("helpID", helpId)];
  return group("softKeyDef", numbers, { keyID: softkey });
}

/**
 * The softkey file of a template, as usecallmanager.nz describes it: the definition of every key that is laid out,
 * then the keys of each call state from left to right. Phones with the same template and keys share one file.
 */
export function softkeyFile(
  template: UsedTemplate,
  layout: SoftkeyLayout,
  digest: Digest,
): ConfigurationFile {
  const used = new Set(callStates.flatMap((state) => layout[state]));
  const sets = callStates.map((state) =>
    group(
      "softKeySet",
      layout[state].map((softkey) => group("softKey", [], { keyID: softkey })),
      { id: state },
    ),
  );
  const children = [
    group("typeSoftKey", softkeyIds.filter((softkey) => used.has(softkey)).map(definition)),
    group("softKeySets", sets),
  ];
  const origin = template.id ?? template.name;
  return configurationFile("softKeyCfg", children, digest, {
    nameOf: (stamp) => `SK${stamp}.xml`,
    origin,
  });
}
