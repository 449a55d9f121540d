import { addToChange, type ChangedObject } from "@/lib/server/db/change";
import { findChange, findVersions, listChanges } from "@/lib/server/db/change-list";
import {
  countOtherUses,
  findLatestNumbers,
  listRenamings,
  returnsInDryRun,
} from "@/lib/server/db/change-undo";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertRows, updateRows } from "@/lib/server/db/insert-rows";
import { listJobs } from "@/lib/server/db/job";
import { chooseItems, copyItems, countProblems, listJobItems, nameItems } from "@/lib/server/db/job-item";
import {
  type GroupEnding,
  insertWaiting,
  moveMembers,
  splitFirst,
  splitItems,
  splitMembers,
} from "@/lib/server/db/job-item-group";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";
import { listUsers } from "@/lib/server/db/user";
import { type Examples, question } from "@/lib/server/testing/queries/example";

const ending: GroupEnding = { state: "done", outcome: "reset", problems: null, result: null };

/** A group of two items. */
async function group(transaction: Transaction): Promise<string> {
  const items = ["SEP000000000001", "SEP000000000002"].map((name) => ({ name, partition: null }));
  await nameItems(transaction, "job", items);
  const found = { where: { jobId: "job" }, select: { id: true } };
  return (await transaction.jobItemGroup.findFirstOrThrow(found)).id;
}

const dryUndo = {
  changeId: "change",
  jobId: "job",
  total: 2,
  done: [{ entity: "phone", entityId: "a" }],
} as const;

const changed: ChangedObject = {
  ...{ entity: "phone", entityId: "a", number: 2, isDeleted: false },
  ...{ identity: { name: "SEP000000000001", partition: null }, former: null },
};

export const jobQueries: Examples = {
  change: {
    addToChange: async (transaction) => {
      const change = { id: "job", kind: "bulk", reason: "", undoes: null } as const;
      const stamp = { at: new Date(0), by: "kim" };
      await addToChange(transaction, change, stamp, [changed]);
      await addToChange(transaction, change, stamp, [changed, { ...changed, entityId: "b" }]);
    },
  },
  "change-undo": {
    listRenamings: (transaction) => listRenamings(transaction, [{ kind: "partition", name: "Seoul" }]),
    countOtherUses: (transaction) => countOtherUses(transaction, "partition", ["p"], dryUndo),
    findLatestNumbers: (transaction) => findLatestNumbers(transaction, "partition", ["p"]),
    returnsInDryRun: (transaction) => returnsInDryRun(transaction, "partition", "Seoul", dryUndo),
  },
  "change-list": {
    listChanges: async (transaction) => {
      const ofMany = ["objectName:beginsWith:sep", "at:isAfter:2026-01-01"];
      const ofOne = ["object:isExactly:directoryNumber:2001:Seoul"];
      for (const where of [ofMany, ofOne]) await listChanges(transaction, question("-at", { where }));
    },
    findChange: (transaction) => findChange(transaction, "job"),
    findVersions: (transaction) => findVersions(transaction, []),
  },
  "insert-rows": {
    insertRows: async (transaction) => {
      const rows = ["a", "b"].map((name) => ({ name, value: "1" }));
      await insertRows(transaction, "Setting", rows, { onConflict: "skip" });
    },
    updateRows: (transaction) =>
      updateRows(transaction, "Setting", [{ name: "a", value: "2" }], { key: "name" }),
  },
  job: {
    listJobs: (transaction) =>
      listJobs(transaction, ["phone"], question("-createdAt", { where: ["failed:isExactly:0"] })),
  },
  "job-item": {
    copyItems: async (transaction) => {
      await copyItems(transaction, "job", "other", { state: "failed" });
      await copyItems(transaction, "job", "other", { outcome: "updated" }, { withPhones: true });
    },
    countProblems: (transaction) => countProblems(transaction, "job", 50),
    listJobItems: (transaction) => listJobItems(transaction, "job", { state: "failed", after: 0, limit: 10 }),
    chooseItems: (transaction) =>
      chooseItems(transaction, "job", tables.directoryNumber, question("pattern")),
    nameItems: (transaction) => nameItems(transaction, "job", []),
  },
  "job-item-group": {
    insertWaiting: (transaction) => {
      const items = sqlIn(transaction)
        .selectFrom("JobItem")
        .select(["position", "name", "partition", "objectId"]);
      return insertWaiting(transaction, "job", items.select("position as address"));
    },
    splitFirst: async (transaction, unrecorded) =>
      splitFirst(transaction, { groupId: await group(unrecorded), count: 1 }),
    splitItems: async (transaction, unrecorded) => {
      await group(unrecorded);
      await splitItems(transaction, [{ jobId: "job", position: 1 }]);
    },
    splitMembers: (transaction) => splitMembers(transaction, ["group"], [1]),
    moveMembers: async (transaction, unrecorded) => {
      const all = await group(unrecorded);
      await moveMembers(transaction, () => "new", all, [1, 2], ending);
      await moveMembers(transaction, () => "new", all, [1], ending);
    },
  },
  user: {
    listUsers: (transaction) => listUsers(transaction, question("name", { where: ["version:isExactly:1"] })),
  },
};
