import { expect, test } from "vitest";
import { isAllowed, isRole, resources, roles } from "@/lib/catalog/roles";

test("a Super User may change everything", () => {
  for (const resource of resources) expect(isAllowed("superUser", resource, "update")).toBe(true);
});

test("a Phone Administrator changes phones and their templates, reads the rest, and sees nothing of users", () => {
  expect(resources.filter((resource) => isAllowed("phoneAdministrator", resource, "update"))).toEqual([
    "softkeyTemplate",
    "phoneButtonTemplate",
    "commonDeviceConfiguration",
    "phone",
    "directoryNumber",
    "ctiRoutePoint",
    "deviceProfile",
    "job",
    "ownApiKey",
    "ownUser",
  ]);
  for (const resource of ["trunk", "partition", "devicePool", "serviceParameter", "locale"] as const) {
    expect(isAllowed("phoneAdministrator", resource, "read")).toBe(true);
  }
  expect(isAllowed("phoneAdministrator", "user", "read")).toBe(false);
  expect(isAllowed("phoneAdministrator", "apiKey", "read")).toBe(false);
  expect(isAllowed("phoneAdministrator", "metrics", "read")).toBe(false);
});

test("Read Only reads everything but other people's keys and the program's metrics, and changes none of it", () => {
  expect(resources.filter((resource) => !isAllowed("readOnly", resource, "read"))).toEqual([
    "apiKey",
    "metrics",
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
