"use client";

import { callBackFeature } from "@/lib/catalog/button-features";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";

type CellProps = { object: PhoneButtonTemplateDto };

/** How many buttons the template has. */
export function ButtonsCell({ object }: CellProps) {
  return object.buttons.length;
}

/** The positions of the buttons that are CallBack. */
export function CallBackCell({ object }: CellProps) {
  const positions = object.buttons.filter(({ feature }) => feature === callBackFeature);
  return positions.map(({ position }) => position).join(", ");
}
