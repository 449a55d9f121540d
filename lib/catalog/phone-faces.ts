import { type PhoneModel, phoneModel } from "@/lib/catalog/phone-models";
import type { Confidence } from "@/lib/catalog/sources";

/**
 * Where the programmable buttons of a phone are: in a column beside the screen, half on either side of it, in a
 * field of keys of their own, only on the screen, or (analog devices) nowhere.
 */
export type ButtonPlace = "left" | "right" | "bothSides" | "field" | "screen" | "nowhere";

/** How a phone looks from the front, as far as its programmable buttons go. */
export interface PhoneFace {
  readonly place: ButtonPlace;
  /** Keys on the other side of the screen that belong to calls and cannot be programmed. */
  readonly callKeys: number;
  readonly confidence: Confidence;
}

const bothSides = ["Cisco 6941", "Cisco 6945", "Cisco 7841", "Cisco 8875", "Cisco 8875NR"];
const field = ["Cisco 6961", "Cisco 7861", "Cisco 7931"];
const wireless = ["Cisco 7920", "Cisco 7921", "Cisco 7925", "Cisco 7926", "Cisco 8821"];
const places: ReadonlyMap<string, ButtonPlace> = new Map([
  ...bothSides.map((name) => [name, "bothSides"] as const),
  ...field.map((name) => [name, "field"] as const),
  ...wireless.map((name) => [name, "screen"] as const),
]);

function placeOf({ name, series, buttons }: PhoneModel): ButtonPlace {
  if (series === "Analog") return "nowhere";
  // A phone with one line has no key for it.
  if (buttons === 1) return "screen";
  return places.get(name) ?? (series === "7900" || series === "IP Communicator" ? "right" : "left");
}

function callKeysOf({ series, buttons }: PhoneModel, place: ButtonPlace): number {
  return place === "left" && ["8800", "8900", "9900"].includes(series) ? buttons : 0;
}

/** How a phone of the model looks, or null for a model that is not one. The 8800 is verified, the rest memory. */
export function phoneFace(name: string): PhoneFace | null {
  const model = phoneModel(name);
  if (!model) return null;
  const place = placeOf(model);
  const isVerified = model.series === "8800" && model.buttonsConfidence === "verified";
  return { place, callKeys: callKeysOf(model, place), confidence: isVerified ? "verified" : "memory" };
}
