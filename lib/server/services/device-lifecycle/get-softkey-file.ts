import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import type { ConfigurationFile } from "@/lib/devices/configuration-file";
import { softkeyFile } from "@/lib/devices/softkey-file";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { digest } from "@/lib/server/runtime/devices/digest";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * The softkey file of a template as it is saved: the one that phones with it download. Equal templates give equal bytes.
 * @throws Refusal forbidden, notFound
 */
export async function getSoftkeyFile(context: ServiceContext, name: string): Promise<ConfigurationFile> {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const { id, content } = await loadObject(prisma, definitions.softkeyTemplate, { name, partition: null });
  return softkeyFile({ id, name: String(content.name) }, content.callStates as SoftkeyLayout, digest);
}
