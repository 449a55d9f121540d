import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import { namedContract } from "@/lib/contract/configuration";

/** `/cti-route-points`: requirement PR-07. */
export const ctiRoutePointContract = namedContract(ctiRoutePointRules, {
  texts: {
    directoryNumber: {
      text: "A directory number; created when it does not exist. Of several route points with one number the one whose name comes first leads its calls",
      examples: ["2900"],
    },
    forwardTo: "Number to which its calls are forwarded",
  },
});
