import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import type { DeviceSources } from "@/lib/devices/device-configuration";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findDevices } from "@/lib/server/db/device/state";
import { Refusal } from "@/lib/server/errors";
import { runningSources, savedSources } from "@/lib/server/runtime/devices/configurations";
import { plansOf } from "@/lib/server/runtime/devices/plans";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * What a phone runs and what it would run, each value with where it comes from, and whether they differ [PH-04].
 * @throws Refusal forbidden, notFound
 */
export async function getEffectiveConfiguration(
  context: ServiceContext,
  name: string,
): Promise<EffectiveConfigurationDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definitions.phone, { name, partition: null });
  const devices = await findDevices(prisma, [id]);
  const [stored] = devices;
  const planned = (await plansOf(prisma, devices)).get(id);
  const saved = planned && (await savedSources(prisma, [planned.snapshot])).get(id);
  if (!stored || !saved) throw new Refusal("notFound", { name });
  const snapshot = stored.device.running;
  const running = snapshot && (await runningSources(prisma, [snapshot])).get(id);
  return {
    phone: stored.name,
    saved: toSourcesDto(saved),
    running: running ? toSourcesDto(running) : null,
    differs: planned.plan.impact !== "none",
  };
}

function toSourcesDto(sources: DeviceSources): EffectiveConfigurationDto["saved"] {
  return structuredClone(effectiveConfiguration(sources)) as EffectiveConfigurationDto["saved"];
}
