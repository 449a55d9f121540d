import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import { effectiveLines } from "@/lib/configuration/effective-configuration";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import type { DeviceSources } from "@/lib/devices/device-configuration";
import { withFieldsAtOnce } from "@/lib/devices/downloaded-content";
import type { Transaction } from "@/lib/server/db/transaction";
import {
  type ContentOf,
  revisionContents,
  savedContents,
} from "@/lib/server/runtime/devices/revision-contents";

/** What the configurations of phones are made of, by the id of the phone. */
export type SourcesByPhone = ReadonlyMap<string, DeviceSources>;

/** As it is saved now; the snapshots name what belongs to each phone. */
export async function savedSources(
  transaction: Transaction,
  snapshots: readonly ConfigurationSnapshot[],
): Promise<SourcesByPhone> {
  return sourcesOf(snapshots, await savedContents(transaction, snapshots));
}

/** Kinds with fields that hold as they are saved. */
const kindsAtOnce = ["phone", "directoryNumber", "deviceProfile"] as const;

/** As the phones downloaded it; what holds as it is saved, as it is saved. */
export async function runningSources(
  transaction: Transaction,
  snapshots: readonly ConfigurationSnapshot[],
): Promise<SourcesByPhone> {
  const downloaded = await revisionContents(transaction, snapshots);
  const saved = await savedContents(transaction, snapshots, kindsAtOnce);
  return sourcesOf(snapshots, (kind, reference) => {
    const content = downloaded(kind, reference);
    const known = kindsAtOnce.find((one) => one === kind);
    const now = known && saved(kind, reference);
    return content && now ? withFieldsAtOnce(known, content, now) : content;
  });
}

function sourcesOf(snapshots: readonly ConfigurationSnapshot[], contentOf: ContentOf): SourcesByPhone {
  return new Map(
    snapshots.flatMap((snapshot) => {
      const sources = deviceSources(snapshot, contentOf);
      return sources ? [[snapshot.phone.id, sources] as const] : [];
    }),
  );
}

/** Undefined for a phone whose content nobody has. */
function deviceSources(snapshot: ConfigurationSnapshot, contentOf: ContentOf): DeviceSources | undefined {
  const phone = contentOf("phone", snapshot.phone) as PhoneContent | undefined;
  if (!phone) return undefined;
  const { softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration } = snapshot;
  const common =
    commonDeviceConfiguration && contentOf("commonDeviceConfiguration", commonDeviceConfiguration);
  const profile = (snapshot.deviceProfile && contentOf("deviceProfile", snapshot.deviceProfile)) as
    | DeviceProfileContent
    | null
    | undefined;
  const lines = effectiveLines({ phone, deviceProfile: profile ?? null }).value;
  const softkeys = softkeyTemplate ? contentOf("softkeyTemplate", softkeyTemplate) : undefined;
  const buttons = contentOf("phoneButtonTemplate", phoneButtonTemplate);
  const numbers = new Map(
    snapshot.directoryNumbers.flatMap((reference, position) => {
      const line = lines[position];
      const number = contentOf("directoryNumber", reference) as DirectoryNumberContent | undefined;
      return line && number ? [[directoryNumberKey(line), number] as const] : [];
    }),
  );
  return {
    phone,
    deviceProfile: profile ?? null,
    commonDeviceConfiguration: (common ?? null) as CommonDeviceConfigurationContent | null,
    // Used where profile, phone and common device configuration name none: then it is the one of the snapshot.
    defaultSoftkeyTemplate: softkeys ? String(softkeys.name) : null,
    softkeyLayout: () => softkeys?.callStates as SoftkeyLayout | undefined,
    templateButtons: () => buttons?.buttons as readonly TemplateButton[] | undefined,
    directoryNumber: (line) => numbers.get(directoryNumberKey(line)),
    snapshot,
  };
}
