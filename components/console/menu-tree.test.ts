import { expect, test } from "vitest";
import { menuPages, menuTree, visibleEntries } from "@/components/console/menu-tree";

test("a role sees only the pages that it may read", () => {
  const idsFor = (role: "superUser" | "phoneAdministrator") =>
    visibleEntries(
      menuPages().map(({ page }) => page),
      role,
    ).map(({ id }) => id);
  expect(idsFor("superUser")).toEqual([
    "commonDeviceConfiguration",
    "softkeyTemplate",
    "user",
    "myAccount",
    "apiKey",
    "api",
  ]);
  expect(idsFor("phoneAdministrator")).toEqual([
    "commonDeviceConfiguration",
    "softkeyTemplate",
    "myAccount",
    "apiKey",
    "api",
  ]);
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
