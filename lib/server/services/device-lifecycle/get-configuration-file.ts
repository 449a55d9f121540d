import type { ConfigurationFile } from "@/lib/devices/configuration-file";
import { deviceConfiguration } from "@/lib/devices/device-configuration";
import { softkeyFile } from "@/lib/devices/softkey-file";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { configuredPhones } from "@/lib/server/db/device/configured";
import { Refusal } from "@/lib/server/errors";
import { savedSources } from "@/lib/server/runtime/devices/configurations";
import { deviceFileOf } from "@/lib/server/runtime/devices/device-file-of";
import { digest } from "@/lib/server/runtime/devices/digest";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The file that a phone would download now: its device file, or the softkey file that this one names. Equal
 * configurations give equal bytes.
 * @throws Refusal forbidden, notFound, also for the softkey file of a model without softkeys
 */
export async function getConfigurationFile(
  context: ServiceContext,
  name: string,
  file: "device" | "softkeys",
): Promise<ConfigurationFile> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definitions.phone, { name, partition: null });
  const configured = (await configuredPhones(prisma, [id])).get(id);
  const sources = configured && (await savedSources(prisma, [configured.snapshot])).get(id);
  if (!sources) throw new Refusal("notFound", { name });
  if (file === "device") return deviceFileOf(prisma, sources);
  const { softkeyTemplate, softkeys } = deviceConfiguration(sources);
  if (!softkeyTemplate) throw new Refusal("notFound", { name });
  return softkeyFile(softkeyTemplate, softkeys, digest);
}
