import { queries } from "@/lib/client/api";

/** The button template of a phone. */
export function phoneButtonTemplateQuery(name: string) {
  return queries.phoneButtonTemplate.get.queryOptions({ input: { params: { name } } });
}

/** What a phone would run after a reset, each value with where it comes from. */
export function effectiveConfigurationQuery(name: string) {
  return queries.phone.effectiveConfiguration.queryOptions({ input: { params: { name } } });
}
