import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { namedContract } from "@/lib/contract/configuration";
import { lineTexts } from "@/lib/contract/phone-line";

/** `/device-profiles`: requirement IN-08. */
export const deviceProfileContract = namedContract(deviceProfileRules, {
  texts: {
    userId: "With this the user logs in; unique, letter case makes no difference",
    ...lineTexts,
  },
});
