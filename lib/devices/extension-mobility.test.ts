import { expect, test } from "vitest";
import { phases } from "@/lib/devices/device";
import { type LoginSituation, loginRefusal } from "@/lib/devices/extension-mobility";

const kim = { profile: "kim's", userId: "kim" };
const lee = { profile: "lee's", userId: "lee" };
const idle: LoginSituation = {
  device: { phase: "registered", login: null },
  isEnabled: true,
  wanted: kim,
  elsewhere: null,
};
const occupied = { phase: "registered", login: lee } as const;

test.each<[string, Partial<LoginSituation>, string | null]>([
  ["a user logs in to a free phone", {}, null],
  ["the same user logs in again", { device: { ...occupied, login: kim } }, null],
  ["Extension Mobility is not enabled", { isEnabled: false }, "extensionMobilityOff"],
  ["somebody else is logged in", { device: occupied }, "otherUserLoggedIn"],
  ["the user is logged in to another phone", { elsewhere: "SEP000000000001" }, "loggedInElsewhere"],
  ["nobody is there to log out", { wanted: null }, "nobodyLoggedIn"],
  ["whoever is logged in logs out", { device: occupied, wanted: null }, null],
  [
    "whoever is logged in logs out though it was disabled",
    { device: occupied, wanted: null, isEnabled: false },
    null,
  ],
])("[IN-08] %s", (_situation, change, refusal) => {
  expect(loginRefusal({ ...idle, ...change })).toBe(refusal);
});

test("[IN-08] only a registered phone lets anybody in or out", () => {
  for (const phase of phases.filter((one) => one !== "registered")) {
    expect(loginRefusal({ ...idle, device: { phase, login: null } })).toBe("phoneNotRegistered");
    expect(loginRefusal({ ...idle, device: { phase, login: lee }, wanted: null })).toBe("phoneNotRegistered");
  }
});
