import { api } from "@/lib/client/api";
import { commonDeviceConfigurationPath, softkeyTemplatePath } from "@/lib/client/paths";

const mostFound = 8;

/** An object that a search found, and the address of its page. */
export interface FoundObject {
  kind: "softkeyTemplate" | "commonDeviceConfiguration";
  name: string;
  href: string;
}

/** Finds objects whose name contains the text. */
export async function searchByName(text: string, signal: AbortSignal): Promise<FoundObject[]> {
  const query = { where: [`name:contains:${text}`], limit: mostFound };
  const [templates, configurations] = await Promise.all([
    api.softkeyTemplate.list({ query }, { signal }),
    api.commonDeviceConfiguration.list({ query }, { signal }),
  ]);
  return [
    ...templates.items.map(({ name }): FoundObject => {
      return { kind: "softkeyTemplate", name, href: softkeyTemplatePath(name) };
    }),
    ...configurations.items.map(({ name }): FoundObject => {
      return { kind: "commonDeviceConfiguration", name, href: commonDeviceConfigurationPath(name) };
    }),
  ];
}
