import { expect, test } from "vitest";
import { phoneFace } from "@/lib/catalog/phone-faces";
import { phoneModels } from "@/lib/catalog/phone-models";

test("[BT-01] every model has a face", () => {
  for (const { name } of phoneModels) expect(phoneFace(name)).not.toBeNull();
  for (const name of ["Cisco 9999", "__proto__", ""]) expect(phoneFace(name)).toBeNull();
});

test("an 8841 has five buttons left of the screen and five keys for calls right of it", () => {
  expect(phoneFace("Cisco 8841")).toEqual({ place: "left", callKeys: 5, confidence: "verified" });
});

test.each([
  ["Cisco 7965", "right"],
  ["Cisco 7841", "bothSides"],
  ["Cisco 7931", "field"],
  ["Cisco 8821", "screen"],
  ["Cisco 7811", "screen"],
  ["Cisco ATA 186", "nowhere"],
])("the buttons of a %s are at the place %s", (name, place) => {
  expect(phoneFace(name)).toMatchObject({ place, callKeys: 0 });
});
