import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import { namedContract } from "@/lib/contract/configuration";

/** `/remote-clusters`. */
export const remoteClusterContract = namedContract(remoteClusterRules, {
  texts: {
    directoryNumbers: "The numbers of the other cluster; behind each is one phone",
    "directoryNumbers.pattern": { examples: ["5001"] },
  },
});
