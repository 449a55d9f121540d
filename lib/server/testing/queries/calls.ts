import { listStoredDecisions } from "@/lib/server/db/call/decision";
import { loadRemoteCluster, loadRoutePlan } from "@/lib/server/db/call/dial-plan";
import { listJudged, listWorlds } from "@/lib/server/db/call/judged";
import { phonesInEngine } from "@/lib/server/db/call/phones-in-engine";
import { listStoredRequests } from "@/lib/server/db/call/request";
import { writeCursor } from "@/lib/server/db/list/list-query";
import { type Examples, question } from "@/lib/server/testing/queries/example";

export const callQueries: Examples = {
  "call/decision": {
    listStoredDecisions: async (transaction) => {
      await listStoredDecisions(transaction, question("phone", { where: ["rule:beginsWith:2"] }));
      const cursor = writeCursor("-phone", null, "0000000000000001-0001");
      await listStoredDecisions(transaction, question("-phone", { cursor }));
    },
  },
  "call/dial-plan": {
    loadRoutePlan: (transaction) => loadRoutePlan(transaction),
    loadRemoteCluster: (transaction) => loadRemoteCluster(transaction, "east"),
  },
  "call/judged": {
    listJudged: (transaction) =>
      listJudged(transaction, "", ["routes", "numbers", "policy", "guard"], null, 10),
    listWorlds: (transaction) => listWorlds(transaction),
  },
  "call/phones-in-engine": {
    phonesInEngine: (transaction) => phonesInEngine(transaction, ["id"], ["number"]),
  },
  "call/request": {
    listStoredRequests: async (transaction) => {
      const cursor = writeCursor("createdAt", new Date("2026-01-05T08:00:00.000Z"), "12");
      const where = ["phone:contains:SEP", "state:isExactly:active"];
      await listStoredRequests(transaction, question("createdAt", { where, match: "any", cursor }));
    },
  },
};
