import { trunkRules } from "@/lib/configuration/trunk";
import { namedContract } from "@/lib/contract/configuration";

/** `/trunks`: requirements OV-02, RS-01, RS-02. */
export const trunkContract = namedContract(trunkRules, {
  texts: {
    throughCube: "A session border controller (CUBE) is in between",
  },
});
