import { expect, test } from "vitest";
import { isAllowed, isRole, resources, roles } from "@/lib/catalog/roles";

test("a Super User may change everything", () => {
  for (const resource of resources) expect(isAllowed("superUser", resource, "update")).toBe(true);
});

test("a Phone Administrator changes softkey templates and sees nothing of users and their keys", () => {
  expect(isAllowed("phoneAdministrator", "softkeyTemplate", "update")).toBe(true);
  expect(isAllowed("phoneAdministrator", "user", "read")).toBe(false);
  expect(isAllowed("phoneAdministrator", "apiKey", "read")).toBe(false);
});

test("Read Only reads everything but other people's keys and changes none of it", () => {
  expect(resources.filter((resource) => isAllowed("readOnly", resource, "read"))).toEqual([
    "softkeyTemplate",
    "user",
    "ownApiKey",
    "ownUser",
  ]);
  expect(resources.filter((resource) => isAllowed("readOnly", resource, "update"))).toEqual([
    "ownApiKey",
    "ownUser",
  ]);
});

test("everyone manages their own API keys and password, and who may change may read", () => {
  for (const role of roles) {
    expect(isAllowed(role, "ownApiKey", "update")).toBe(true);
    expect(isAllowed(role, "ownUser", "update")).toBe(true);
    for (const resource of resources) {
      if (isAllowed(role, resource, "update")) expect(isAllowed(role, resource, "read")).toBe(true);
    }
  }
});

test("only the exact ids are roles, no prototype key is", () => {
  expect(roles.every(isRole)).toBe(true);
  for (const other of ["SuperUser", "", "__proto__", "constructor", null, 0])
    expect(isRole(other)).toBe(false);
});
