import { expect, test } from "vitest";
import { menuPages, menuTree, visibleEntries } from "@/components/console/menu-tree";
import type { Role } from "@/lib/catalog/roles";

test("a role sees only the pages that it may read", () => {
  const pages = menuPages().map(({ page }) => page);
  const idsFor = (role: Role) => visibleEntries(pages, role).map(({ id }) => id);
  const everything = pages.map(({ id }) => id);
  expect(idsFor("superUser")).toEqual(everything);
  expect(idsFor("phoneAdministrator")).toEqual(everything.filter((id) => id !== "user"));
});

test("a group is left out when nothing in it may be read", () => {
  const onlyUsers = [
    { id: "userManagement", entries: [{ id: "user", path: "/", resource: "user" }] },
  ] as const;
  expect(visibleEntries(onlyUsers, "phoneAdministrator")).toEqual([]);
});

test("every page has its own path and knows the groups above it", () => {
  const pages = menuPages(menuTree);
  expect(new Set(pages.map(({ page }) => page.path)).size).toBe(pages.length);
  expect(pages.find(({ page }) => page.id === "softkeyTemplate")?.trail).toEqual([
    "device",
    "deviceSettings",
  ]);
});

test("no two pages share a letter, and H stays that of the start page", () => {
  const letters = menuPages(menuTree).flatMap(({ page: { letter } }) =>
    letter === undefined ? [] : [letter],
  );
  expect(letters.every((letter) => /^[A-GI-Z]$/.test(letter))).toBe(true);
  expect(new Set(letters).size).toBe(letters.length);
});
