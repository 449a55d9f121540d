import { listDeviceAlarms } from "@/lib/server/db/device/alarm";
import {
  countPhonesAndRequests,
  listCallBackPhones,
  readCallBackFacts,
} from "@/lib/server/db/device/call-back-keys";
import { chooseUsers, countByModel, phonesWithIds, usingPhones } from "@/lib/server/db/device/choose";
import { configuredPhones, selectConfigured } from "@/lib/server/db/device/configured";
import { findDueKinds, listQueued } from "@/lib/server/db/device/due";
import { takeDueGroups } from "@/lib/server/db/device/due-group";
import { countCancelled, countItems, hurryJobs } from "@/lib/server/db/device/job-endings";
import { isAnyWatched, saveRunningLinesOfMany } from "@/lib/server/db/device/line-facts";
import {
  groupByPlan,
  groupDiffering,
  listCandidates,
  listDiffering,
  listWithOwnPlan,
} from "@/lib/server/db/device/pending";
import { holdGroups, isDue, positionsByPhone } from "@/lib/server/db/device/phone-group";
import { findNewestChange, findRevisionsByReference } from "@/lib/server/db/device/revisions";
import { saveGroup } from "@/lib/server/db/device/save-group";
import { findDevices, findDevicesByKey, lockDevices } from "@/lib/server/db/device/state";
import { type Examples, question } from "@/lib/server/testing/queries/example";

const at = new Date("2026-01-05T08:00:00.000Z");
const revision = { entity: "phone", id: "id", number: 1 } as const;

export const deviceQueries: Examples = {
  "device/alarm": {
    listDeviceAlarms: async (transaction) => {
      await listDeviceAlarms(transaction, question("-at"));
      await listDeviceAlarms(transaction, question("phone", { where: ["name:contains:registered"] }));
    },
  },
  "device/call-back-keys": {
    listCallBackPhones: (transaction) => listCallBackPhones(transaction, 20),
    readCallBackFacts: (transaction) => readCallBackFacts(transaction),
    countPhonesAndRequests: (transaction) => countPhonesAndRequests(transaction),
  },
  "device/choose": {
    chooseUsers: (transaction) => chooseUsers(transaction, "job", "softkeyTemplate", "id"),
    countByModel: async (transaction) => {
      await countByModel(transaction, usingPhones(transaction, "commonDeviceConfiguration", "id"));
      await countByModel(transaction, phonesWithIds(["id"]));
    },
  },
  "device/configured": {
    selectConfigured: (transaction) => selectConfigured(transaction).select("p.id").execute(),
    configuredPhones: (transaction) => configuredPhones(transaction, ["id"]),
  },
  "device/due": {
    findDueKinds: (transaction) => findDueKinds(transaction, at),
    listQueued: (transaction) => listQueued(transaction, at, 10),
  },
  "device/due-group": {
    takeDueGroups: (transaction) => takeDueGroups(transaction, "shutDown", at, 10),
  },
  "device/job-endings": {
    countItems: (transaction) => countItems(transaction, "job"),
    hurryJobs: (transaction) => hurryJobs(transaction, ["job"], at),
    countCancelled: (transaction) => countCancelled(transaction, ["job"]),
  },
  "device/line-facts": {
    isAnyWatched: (transaction) => isAnyWatched(transaction, ["id"], [0, 1]),
    saveRunningLinesOfMany: (transaction) => saveRunningLinesOfMany(transaction, ["id"], [0, 1]),
  },
  "device/pending": {
    listDiffering: async (transaction) => {
      await listDiffering(transaction, { after: "", limit: 10, areFew: true });
      await listDiffering(transaction, { after: "", limit: 10, areFew: false });
    },
    listCandidates: (transaction) => listCandidates(transaction, 10),
    groupDiffering: async (transaction) => {
      await groupDiffering(transaction, { limit: 10, among: ["id"] });
      await groupDiffering(transaction, { limit: 10, among: null });
    },
    groupByPlan: async (transaction) => {
      const chosen = usingPhones(transaction, "softkeyTemplate", "id");
      await groupByPlan(transaction, chosen, { withPlan: true, mostNames: 10 });
      await groupByPlan(transaction, phonesWithIds(["id"]), { withPlan: false, mostNames: 10 });
    },
    listWithOwnPlan: (transaction) => listWithOwnPlan(transaction, phonesWithIds(["id"])),
  },
  "device/phone-group": {
    holdGroups: async (transaction) => {
      const where = isDue("shutDown", at);
      await holdGroups(transaction, ["id"], { where, withConfiguration: true, fewest: 8 });
    },
    positionsByPhone: (transaction) => positionsByPhone(transaction, { groupId: "group", count: 10 }),
  },
  "device/revisions": {
    findNewestChange: (transaction) => findNewestChange(transaction, [revision]),
    findRevisionsByReference: (transaction) => findRevisionsByReference(transaction, [revision]),
  },
  "device/save-group": {
    saveGroup: async (transaction) => {
      const underway = { impact: "reset", reason: "CallManagerReset", actions: [""] };
      const change = { phase: "shuttingDown", dueAt: at, underway };
      await saveGroup(transaction, { phones: [], jobId: "job", itemGroupId: null }, change);
    },
  },
  "device/state": {
    lockDevices: (transaction) => lockDevices(transaction, ["id"]),
    findDevices: (transaction) => findDevices(transaction, ["id"]),
    findDevicesByKey: (transaction) => findDevicesByKey(transaction, ["sep000000000001"]),
  },
};
