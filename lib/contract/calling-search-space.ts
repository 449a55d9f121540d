import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { namedContract } from "@/lib/contract/configuration";

/** `/calling-search-spaces`. */
export const callingSearchSpaceContract = namedContract(callingSearchSpaceRules, {
  texts: {
    partitions: "Names of partitions, the one that is looked at first in front",
  },
});
