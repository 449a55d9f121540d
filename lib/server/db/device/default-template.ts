import { sql } from "kysely";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { nameKey } from "@/lib/configuration/text-rules";

/** The id of the template that applies where nothing else is chosen: the one that is marked, else Standard User [SK-04]. */
export const defaultTemplate = sql<
  string | null
>`coalesce((SELECT m."id" FROM "SoftkeyTemplate" m WHERE m."isDefault" LIMIT 1),
  (SELECT m."id" FROM "SoftkeyTemplate" m WHERE m."key" = ${nameKey(fallbackSoftkeyTemplate)}))`;
