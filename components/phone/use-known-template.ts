"use client";

import { useQuery } from "@tanstack/react-query";
import { phoneButtonTemplateQuery } from "@/lib/client/phone";
import type { Known } from "@/lib/configuration/known";
import type { PhoneContent } from "@/lib/configuration/phone";
import { nameKey } from "@/lib/configuration/text-rules";

/** For which phones the chosen button template is, as the rules ask it. */
export function useKnownTemplate({ phoneButtonTemplate }: PhoneContent): Partial<Known> {
  const { data } = useQuery({
    ...phoneButtonTemplateQuery(phoneButtonTemplate),
    enabled: phoneButtonTemplate !== "",
  });
  return {
    phoneButtonTemplate: (name) => (data && nameKey(data.name) === nameKey(name) ? data : undefined),
  };
}
