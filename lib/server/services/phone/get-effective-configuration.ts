import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import type { CommonDeviceConfigurationContent } from "@/lib/configuration/common-device-configuration";
import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findObject } from "@/lib/server/db/configuration/read";
import { tables } from "@/lib/server/db/configuration/tables";
import { findDefaultSoftkeyTemplate, findSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

/**
 * What a phone would run after a reset, each value with where it comes from [PH-04].
 * @throws Refusal forbidden, notFound
 */
export async function getEffectiveConfiguration(
  context: ServiceContext,
  name: string,
): Promise<EffectiveConfigurationDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const object = await loadObject(prisma, definitions.phone, { name, partition: null });
  const phone = object.content as unknown as PhoneContent;
  const common = await contentOf("commonDeviceConfiguration", phone.commonDeviceConfiguration);
  const marked = await findDefaultSoftkeyTemplate(prisma);
  const commonContent = common as CommonDeviceConfigurationContent | null;
  const applied =
    phone.softkeyTemplate ??
    commonContent?.softkeyTemplate ??
    marked?.content.name ??
    fallbackSoftkeyTemplate;
  const softkeyTemplate = await findSoftkeyTemplate(prisma, applied);
  const buttonTemplate = await contentOf("phoneButtonTemplate", phone.phoneButtonTemplate);
  const saved = effectiveConfiguration({
    phone,
    deviceProfile: null,
    commonDeviceConfiguration: commonContent,
    defaultSoftkeyTemplate: marked?.content.name ?? null,
    softkeyLayout: (template) => (template === applied ? softkeyTemplate?.content.callStates : undefined),
    templateButtons: () => buttonTemplate?.buttons as readonly TemplateButton[] | undefined,
  });
  return {
    phone: phone.name,
    saved: structuredClone(saved) as EffectiveConfigurationDto["saved"],
    running: null,
    differs: false,
  };

  async function contentOf(kind: "commonDeviceConfiguration" | "phoneButtonTemplate", other: string | null) {
    if (other === null) return null;
    return (await findObject(prisma, tables[kind], { name: other, partition: null }))?.content ?? null;
  }
}
