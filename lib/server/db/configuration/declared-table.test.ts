import { expect, test } from "vitest";
import type { Declaration } from "@/lib/configuration/content-rules";
import {
  contentShape,
  keyedList,
  type RecordShape,
  type ValueShape,
} from "@/lib/configuration/content-shape";
import {
  choiceValue,
  flagValue,
  nameValue,
  numberValue,
  optionalReference,
  referencesValue,
  referenceValue,
  textValue,
  unlisted,
} from "@/lib/configuration/content-values";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { directoryNumberValue } from "@/lib/configuration/number-rules";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { contract } from "@/lib/contract/contract";
import { declaredTable } from "@/lib/server/db/configuration/declared-table";
import { tables } from "@/lib/server/db/configuration/tables";

const trunk = (shape: RecordShape): Declaration => ({ kind: "trunk", shape });

test.each(configurationKinds)(
  "lists of %s can be asked of the fields that the API tells, and of no other",
  (kind) => {
    const { description = "" } = contract[kind].list["~orpc"].route;
    const documented = description
      .replace(/^Fields of `where` and `sort`: (.*?)\.(?: .*)?$/, "$1")
      .split(", ");
    expect(documented.toSorted()).toEqual(Object.keys(tables[kind].listFields).toSorted());
  },
);

test("a field has the column of its name, a reference that with Id, and what has none lives in the settings", () => {
  const shape = contentShape({
    name: nameValue,
    description: textValue(9),
    type: choiceValue(["a", "b"]),
    throughCube: flagValue(false),
    remoteCluster: optionalReference,
    size: numberValue(1, 9),
  });
  const facts = declaredTable(trunk(shape));
  expect(facts).toMatchObject({
    ...{ table: "Trunk", nameField: "name", hasOrigin: false, children: [] },
    columns: ["description", "type", "throughCube"],
    references: [{ column: "remoteClusterId", to: "remoteCluster", field: "remoteCluster" }],
  });
  expect(Object.keys(facts.listFields)).toEqual([...Object.keys(shape.fields), ...commonListFields]);
  expect(facts.listFields.size).toMatchObject({ kind: "number" });
  expect(facts.listFields.remoteCluster?.join).toMatchObject({ isOptional: true });
  expect(facts.keys({ name: "Ä", description: "Über" })).toEqual({ descriptionKey: "über" });
});

test("a list goes through the objects of a reference that is always there in the order of their names", () => {
  const { listFields } = declaredTable(
    trunk(contentShape({ name: nameValue, remoteCluster: referenceValue })),
  );
  expect(listFields.remoteCluster?.join).toMatchObject({ table: "RemoteCluster", isOptional: false });
});

test("the items of a list have a table of their own, ordered by their key, or by their position when they are names", () => {
  const number = contentShape({
    pattern: directoryNumberValue,
    name: textValue(9),
    isOpen: flagValue(false),
  });
  const cluster = contentShape({ name: nameValue, directoryNumbers: keyedList("pattern", number, 9) });
  const lists = { directoryNumbers: "RemoteDirectoryNumber" } as const;
  expect(declaredTable({ kind: "remoteCluster", shape: cluster }, { lists }).children).toMatchObject([
    {
      owner: "remoteClusterId",
      order: "pattern",
      columns: ["pattern", "name"],
      references: [],
      text: "pattern",
    },
  ]);
  const space = contentShape({ name: nameValue, partitions: referencesValue(9) });
  expect(
    declaredTable(
      { kind: "callingSearchSpace", shape: space },
      { lists: { partitions: "CallingSearchSpaceMember" } },
    ).children,
  ).toMatchObject([
    {
      ...{ owner: "callingSearchSpaceId", order: "position", isListOfNames: true, columns: [] },
      references: [{ column: "partitionId", to: "partition", field: "partition" }],
    },
  ]);
});

test("any text that is stored in no column is refused where lists would search it", () => {
  const declared = (note: ValueShape) => trunk(contentShape({ name: nameValue, note }));
  expect(() => declaredTable(declared(textValue(9)))).toThrow("cannot be searched by note");
  expect(declaredTable(declared(unlisted(textValue(9)))).listFields.note).toBeUndefined();
});

test("a reference without a column is refused, but for the partition of a directory number", () => {
  const point = contentShape({
    name: nameValue,
    directoryNumber: directoryNumberValue,
    partition: unlisted(optionalReference),
  });
  expect(declaredTable({ kind: "ctiRoutePoint", shape: point }).references).toEqual([
    {
      column: "directoryNumberId",
      to: "directoryNumber",
      field: "directoryNumber",
      partitionField: "partition",
    },
  ]);
  const parameter = contentShape({ name: nameValue, value: optionalReference });
  expect(() => declaredTable({ kind: "serviceParameter", shape: parameter })).toThrow(
    "has no column valueId",
  );
});
