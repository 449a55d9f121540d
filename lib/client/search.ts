import { api } from "@/lib/client/api";
import { softkeyTemplatePath } from "@/lib/client/paths";

const mostFound = 8;

/** An object that a search found, and the address of its page. */
export interface FoundObject {
  kind: "softkeyTemplate";
  name: string;
  href: string;
}

/** Finds objects whose name contains the text. */
export async function searchByName(text: string, signal: AbortSignal): Promise<FoundObject[]> {
  const page = await api.softkeyTemplate.list(
    { query: { where: [`name:contains:${text}`], limit: mostFound } },
    { signal },
  );
  return page.items.map(({ name }) => ({ kind: "softkeyTemplate", name, href: softkeyTemplatePath(name) }));
}
