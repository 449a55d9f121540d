import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phoneModels } from "@/lib/catalog/phone-models";
import { macAddressOf } from "@/lib/configuration/mac-address";
import {
  checkPhoneName,
  completedPhoneName,
  examplePhoneName,
  normalizePhoneName,
} from "@/lib/configuration/phone-name";

describe("[PH-01] the device name", () => {
  test.each([
    ["Cisco 8841", "SEP001122334455"],
    ["Cisco 8841", "sepaabbccddeeff"],
    ["Cisco ATA 186", "ATA001122334455"],
    ["Cisco VGC Phone", "VGC001122334401"],
    ["Analog Phone", "AN0011223344556"],
    ["Cisco IP Communicator", "SEP001122334455"],
    ["Cisco IP Communicator", "KimLaptop1"],
    ["Cisco IP Communicator", "ABCDEFGHIJ12345"],
  ])("of a %s can be %s", (model, name) => {
    expect(checkPhoneName(name, model)).toEqual([]);
  });

  test.each([
    ["Cisco 8841", "SEP00112233445"],
    ["Cisco 8841", "SEP0011223344556"],
    ["Cisco 8841", "SEP00112233445G"],
    ["Cisco 8841", "001122334455"],
    ["Cisco 8841", "ATA001122334455"],
    ["Cisco 8841", "SEP001122334455\nSEP"],
    ["Cisco ATA 186", "SEP001122334455"],
    ["Cisco VGC Phone", "VGC0011223344AB"],
    ["Analog Phone", "AN001122334455"],
    ["Cisco IP Communicator", "Kim Laptop"],
    ["Cisco IP Communicator", "ABCDEFGHIJ123456"],
    ["Cisco IP Communicator", ""],
  ])("of a %s cannot be %j", (model, name) => {
    const problem = {
      path: ["name"],
      code: "badPhoneName",
      params: { model, example: examplePhoneName(model) },
    };
    expect(checkPhoneName(name, model)).toEqual([problem]);
  });

  test("is stored in capitals, but a free name as typed", () => {
    expect(normalizePhoneName(" sepaabbccddeeff ", "Cisco 8841")).toBe("SEPAABBCCDDEEFF");
    expect(normalizePhoneName("KimLaptop", "Cisco IP Communicator")).toBe("KimLaptop");
  });

  test.each([
    ["Cisco 8841", "00:1a:2b:3c:4d:5e", "SEP001A2B3C4D5E"],
    ["Cisco 8841", "00-1A-2B-3C-4D-5E", "SEP001A2B3C4D5E"],
    ["Cisco 8841", "001a.2b3c.4d5e", "SEP001A2B3C4D5E"],
    ["Cisco 8841", " 001a2b3c4d5e ", "SEP001A2B3C4D5E"],
    ["Cisco 8841", "sep001a2b3c4d5e", "SEP001A2B3C4D5E"],
    ["Cisco ATA 186", "00:1a:2b:3c:4d:5e", "ATA001A2B3C4D5E"],
    ["Cisco 8841", "00:1a:2b:3c:4d", "00:1a:2b:3c:4d"],
    ["Cisco 8841", "Reception", "Reception"],
    ["Cisco 8841", "", ""],
    ["Cisco IP Communicator", "KimLaptop", "KimLaptop"],
    ["Cisco IP Communicator", "00:1a:2b:3c:4d:5e", "SEP001A2B3C4D5E"],
  ])("of a %s typed as %j is meant to be %j", (model, typed, name) => {
    expect(completedPhoneName(typed, model)).toBe(name);
  });

  test("of the example is one that the model accepts, for every model", () => {
    for (const { name } of phoneModels) expect(checkPhoneName(examplePhoneName(name), name)).toEqual([]);
  });

  test("once accepted stays accepted when stored", () => {
    const models = fc.constantFrom(...phoneModels.map(({ name }) => name));
    const names = fc.stringMatching(/^ ?(SEP|sep|ATA|VGC|AN)?[0-9A-Fa-f]{8,14} ?$/);
    fc.assert(
      fc.property(models, names, (model, name) => {
        if (checkPhoneName(name, model).length > 0) return;
        const stored = normalizePhoneName(name, model);
        expect(checkPhoneName(stored, model)).toEqual([]);
        expect(normalizePhoneName(stored, model)).toBe(stored);
      }),
    );
  });
});

test("[PH-01] the MAC address of a phone is read from its name, and other names have none", () => {
  expect(macAddressOf("SEP00112233aabb")).toBe("00:11:22:33:AA:BB");
  expect(macAddressOf("ATA001122334455")).toBe("00:11:22:33:44:55");
  for (const name of ["KimLaptop1", "AN0011223344556", "VGC001122334401", "SEP0011", ""])
    expect(macAddressOf(name)).toBeNull();
});
