import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { HeldReference } from "@/lib/configuration/references";
import { listInheritors } from "@/lib/server/db/configuration/inheritors";
import { loadNames } from "@/lib/server/db/configuration/names";
import { presentNames } from "@/lib/server/db/configuration/present-names";
import { findObject, listObjects, lockObject, selectObjects } from "@/lib/server/db/configuration/read";
import {
  findContentsById,
  findObjectsById,
  findObjectsByIdForChange,
  findObjectsForChange,
  largestLists,
  scanObjects,
} from "@/lib/server/db/configuration/read-many";
import { searchClosely, searchWidely } from "@/lib/server/db/configuration/search";
import { tables } from "@/lib/server/db/configuration/tables";
import { listUses } from "@/lib/server/db/configuration/uses";
import { insertUnlessThere } from "@/lib/server/db/configuration/write";
import { deleteObjects, saveObjects, takenValues } from "@/lib/server/db/configuration/write-many";
import { writeCursor } from "@/lib/server/db/list/list-query";
import { planList } from "@/lib/server/db/list/plan-list";
import type { Transaction } from "@/lib/server/db/transaction";
import { type Examples, question } from "@/lib/server/testing/queries/example";

const stamp = { at: new Date("2026-01-05T08:00:00.000Z"), by: "admin" };
const number = { name: "2001", partition: "Staff" };
const conditions = ["description:contains:desk", "devicePool:beginsWith:Default", "lines:isExactly:2001"];

const held = (to: ConfigurationKind, name: string): HeldReference => ({
  ...{ to, name, partition: null, path: [], isCreatedOnUse: false },
});

async function searchSpace(transaction: Transaction) {
  const identity = { name: "Desks", partition: null };
  const found = await findObject(transaction, tables.callingSearchSpace, identity);
  if (!found) throw new Error("The scene has no calling search space");
  return found;
}

const partitionId = async (transaction: Transaction) =>
  (await transaction.partition.findFirstOrThrow({ where: { name: "Staff" } })).id;

/** Of phones, whose tables have the most, and where another kind is special. */
export const configurationQueries: Examples = {
  "configuration/inheritors": {
    listInheritors: (transaction) => listInheritors(transaction, "softkeyTemplate", "id", 10),
  },
  "configuration/names": {
    loadNames: (transaction) =>
      loadNames(transaction, [
        held("softkeyTemplate", "Standard User"),
        held("locale", "English United States"),
        held("directoryNumber", "2001"),
      ]),
  },
  "configuration/present-names": {
    presentNames: (transaction) =>
      presentNames(transaction, [{ kind: "partition", name: "Staff", at: stamp.at }]),
  },
  "configuration/read": {
    findObject: async (transaction) => {
      await findObject(transaction, tables.phone, { name: "SEP000000000001", partition: null });
      await findObject(transaction, tables.directoryNumber, number);
    },
    lockObject: (transaction) =>
      lockObject(transaction, tables.directoryNumber, { ...number, partition: null }),
    selectObjects: (transaction) => {
      const plan = planList(question("-registration"), tables.phone.listFields);
      return selectObjects(transaction, tables.phone, plan, 10).execute();
    },
    listObjects: async (transaction) => {
      await listObjects(transaction, tables.phone, question("name", { where: conditions }));
      const cursor = writeCursor("-devicePool", "Default", "id");
      await listObjects(
        transaction,
        tables.phone,
        question("-devicePool", { where: conditions.slice(1), match: "any", cursor }),
      );
    },
  },
  "configuration/read-many": {
    findObjectsForChange: (transaction) =>
      findObjectsForChange(transaction, tables.directoryNumber, [number, { name: "2001", partition: null }]),
    findObjectsByIdForChange: (transaction) =>
      findObjectsByIdForChange(transaction, tables.partition, ["id"]),
    findObjectsById: (transaction) => findObjectsById(transaction, tables.trunk, ["id"]),
    findContentsById: (transaction) => findContentsById(transaction, tables.callingSearchSpace, ["id"]),
    scanObjects: async (transaction) => {
      for await (const _ of scanObjects(transaction, tables.locale, question("name", { limit: 1 }))) break;
    },
    largestLists: (transaction) =>
      largestLists(transaction, tables.phone, question("name"), [
        { field: "lines", isNumbered: true },
        { field: "speedDials", isNumbered: false },
        { field: "expansionModules", isNumbered: false },
      ]),
  },
  "configuration/search": {
    searchClosely: (transaction) =>
      searchClosely(transaction, ["phone", "directoryNumber"], "lobby 00:11:22 a", 5),
    searchWidely: (transaction) => searchWidely(transaction, ["phone", "devicePool"], "lobbi a", 5),
  },
  "configuration/uses": {
    listUses: async (transaction, unrecorded) =>
      listUses(transaction, "partition", await partitionId(unrecorded), 10),
  },
  "configuration/write": {
    insertUnlessThere: async (transaction, unrecorded) => {
      const names = await loadNames(unrecorded, []);
      const content = { name: "Staff", description: "" };
      const there = { id: "id", content, isStandard: false, copyOf: "" };
      await insertUnlessThere(transaction, tables.partition, [there], names, stamp);
    },
  },
  "configuration/write-many": {
    saveObjects: async (transaction, unrecorded) => {
      const before = await searchSpace(unrecorded);
      const names = await loadNames(unrecorded, []);
      const content = { ...before.content, partitions: [] };
      await saveObjects(transaction, tables.callingSearchSpace, [{ before, content }], names, stamp);
    },
    deleteObjects: (transaction) => deleteObjects(transaction, tables.partition, ["id"]),
    takenValues: (transaction) => takenValues(transaction, tables.partition, "key", ["staff"], ["id"]),
  },
};
