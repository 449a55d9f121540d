import { expect, test } from "vitest";
import { isAllowed, roles } from "@/lib/catalog/roles";
import { arrangedColumns, listNames, resourceOfList } from "@/lib/configuration/list-view";

const columns = [
  { id: "name", isRowHeader: true },
  { id: "description" },
  { id: "owner", isHiddenAtFirst: true },
];
const shown = (chosen: Parameters<typeof arrangedColumns>[1]) =>
  arrangedColumns(columns, chosen).map(({ id, width }) => [id, width]);

test("until somebody chooses, a list has its columns in their order but those that are hidden at first", () => {
  expect(shown(null)).toEqual([
    ["name", null],
    ["description", null],
  ]);
});

test("chosen columns stand in the chosen order and width; what is not chosen is not shown", () => {
  const chosen = [
    { id: "owner", width: 120 },
    { id: "name", width: null },
  ];
  expect(shown(chosen)).toEqual([
    ["owner", 120],
    ["name", null],
  ]);
});

test("a column that is no more is left out, one that is named twice stands once, and the one that names the row is always there", () => {
  const chosen = [
    { id: "gone", width: 50 },
    { id: "owner", width: 60 },
    { id: "owner", width: 70 },
    { id: "constructor", width: 70 },
  ];
  expect(shown(chosen)).toEqual([
    ["name", null],
    ["owner", 60],
  ]);
});

test("every list is of something that a role may read or not", () => {
  for (const list of listNames)
    expect(roles.some((role) => isAllowed(role, resourceOfList(list), "read"))).toBe(true);
  expect([resourceOfList("user"), resourceOfList("callBackRequest"), resourceOfList("trunk")]).toEqual([
    "user",
    "phone",
    "trunk",
  ]);
});
