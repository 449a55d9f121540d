"use client";

import { useTranslations } from "next-intl";
import { type ButtonFeature, buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import type { AssignedButton } from "@/lib/configuration/button-assignment";

/** Button features in the person's language. */
export function useButtonWords() {
  const t = useTranslations("catalogue.buttonFeature");
  const feature = (name: ButtonFeature): string => t(buttonFeatureKey(name));

  /** What the device shows beside a button: its label, else its feature, lines and speed dials with their number. */
  function shown({ feature: name, label, index }: AssignedButton): string {
    if (name === noFeature) return "";
    if (label !== "") return label;
    return index === null ? feature(name) : `${feature(name)} ${index}`;
  }
  return { feature, shown };
}
