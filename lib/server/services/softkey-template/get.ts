import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";

/**
 * The softkey template of that name.
 * @throws Refusal forbidden, notFound
 */
export async function getSoftkeyTemplate(context: ServiceContext, name: string): Promise<SoftkeyTemplateDto> {
  requirePermission(context, "softkeyTemplate", "read");
  return toSoftkeyTemplateDto(await loadSoftkeyTemplate(context.database.prisma, name));
}
