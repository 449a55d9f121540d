"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lineFeature, speedDialFeature } from "@/lib/catalog/button-features";
import { buttonsOfPhone } from "@/lib/catalog/button-placement";
import { phoneButtonTemplateQuery } from "@/lib/client/phone";
import { assignButtons, isPartiallyRegistered, positionOf } from "@/lib/configuration/button-assignment";
import type { PhoneContent } from "@/lib/configuration/phone";

/** Where the lines and speed dials of a phone are, as it is edited; null while its button template is not known. */
export function usePhoneButtons({ model, protocol, phoneButtonTemplate, expansionModules }: PhoneContent) {
  const { data } = useQuery({
    ...phoneButtonTemplateQuery(phoneButtonTemplate),
    enabled: phoneButtonTemplate !== "",
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  const hardware = buttonsOfPhone(model, expansionModules);
  const assigned = assignButtons(data.buttons, { model, protocol, buttons: hardware });
  const count = (feature: string) => assigned.filter((button) => button.feature === feature).length;
  return {
    lineButton: (index: number) => positionOf(assigned, lineFeature, index),
    speedDialButton: (index: number) => positionOf(assigned, speedDialFeature, index),
    lineButtons: count(lineFeature),
    speedDialButtons: count(speedDialFeature),
    /** The template has lines on buttons that the phone lacks. */
    isPartiallyRegistered: isPartiallyRegistered(data.buttons, hardware),
  };
}
