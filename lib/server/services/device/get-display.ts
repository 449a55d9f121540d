import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import type { DisplayDto } from "@/lib/contract/phone-in-use";
import { registrationOf } from "@/lib/devices/device";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { runningSources } from "@/lib/server/runtime/devices/configurations";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * What a phone shows: the softkeys and buttons of what it runs. One that is not registered offers no softkeys.
 * @throws Refusal forbidden, notFound
 */
export async function getDisplay(context: ServiceContext, name: string): Promise<DisplayDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { id } = await loadObject(prisma, definitions.phone, { name, partition: null });
  return displayOf(prisma, id);
}

/** The same of a phone by its id. */
export async function displayOf(transaction: Transaction, phoneId: string): Promise<DisplayDto> {
  const [stored] = await findDevices(transaction, [phoneId]);
  if (!stored) throw new Refusal("notFound");
  const { name, device } = stored;
  const sources = device.running && (await runningSources(transaction, [device.running])).get(phoneId);
  const running = sources ? effectiveConfiguration(sources) : null;
  const isRegistered = device.phase === "registered";
  return {
    phone: name,
    model: sources?.phone.model ?? "",
    registration: registrationOf(device),
    hook: "on",
    callState: "On Hook",
    tone: "none",
    prompt: "",
    softkeys: isRegistered ? [...(running?.softkeys.callStates["On Hook"] ?? [])] : [],
    screen: null,
    buttons: (running?.buttons ?? []).map(({ position, feature, label }) => ({
      ...{ position, feature, label, lamp: "off" },
    })),
    calls: [],
    dnd: sources?.phone.dnd ?? { status: false, option: "Ringer Off" },
    lines: (running?.lines.value ?? []).map(({ index, directoryNumber, displayName }) => ({
      ...{ index, directoryNumber, displayName },
    })),
    userLocale: running?.userLocale.value ?? "",
    user: null,
  };
}
