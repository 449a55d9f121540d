import type { DisplayDto } from "@/lib/contract/phone-operation";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { Refusal } from "@/lib/server/errors";
import { readDisplay } from "@/lib/server/runtime/calls/read-calls";
import { findUsablePhone } from "@/lib/server/services/phone-operation/find-phone";

/**
 * What a phone shows and plays now.
 * @throws Refusal forbidden, notFound
 */
export async function getDisplay(context: ServiceContext, name: string): Promise<DisplayDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const phone = await findUsablePhone(prisma, name);
  const display = await readDisplay(prisma, phone.cluster, phone.name);
  if (!display) throw new Refusal("notFound", { name });
  return display;
}
