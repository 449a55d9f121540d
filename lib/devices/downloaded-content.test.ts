import fc from "fast-check";
import { expect, test } from "vitest";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { deskPhones } from "@/lib/configuration/testing/phones";
import { deviceConfiguration } from "@/lib/devices/device-configuration";
import { changesDownload, withFieldsAtOnce } from "@/lib/devices/downloaded-content";
import { planOf } from "@/lib/devices/plan";
import { deviceSources, numberContent } from "@/lib/devices/testing/example-device";

const rejecting = { status: true, option: "Call Reject" } as const;

test("a phone with nothing to download has nothing to apply, whatever was saved", () => {
  fc.assert(
    fc.property(deskPhones, deskPhones, fc.boolean(), (one, other, isAlike) => {
      const { dnd, extensionMobility } = other;
      const after = isAlike ? { ...one, dnd, extensionMobility } : other;
      const plan = planOf(
        deviceConfiguration(deviceSources({ phone: one })),
        deviceConfiguration(deviceSources({ phone: after })),
      );
      const isWaiting = changesDownload("phone", { ...one }, { ...after });
      if (isAlike) expect(isWaiting).toBe(false);
      if (!isWaiting) expect(plan).toEqual({ impact: "none", changes: [] });
    }),
  );
});

test("a number is downloaded again only when it is another one", () => {
  const before = { ...numberContent() };
  const forward = { ...numberContent().forward, all: { destination: "2009", voiceMail: false } };
  const kept = { ...before, forward, alertingName: "Kim", maxCalls: 4, busyTrigger: 4, description: "Lobby" };
  expect(changesDownload("directoryNumber", before, kept)).toBe(false);
  expect(changesDownload("directoryNumber", before, { ...before, pattern: "2010" })).toBe(true);
  expect(changesDownload("directoryNumber", before, { ...before, partition: "Inside" })).toBe(true);
});

test("what a phone runs has what holds at once as it is saved, and the rest as it was downloaded", () => {
  const downloaded = { ...deskPhone({ description: "Desk" }) };
  const saved = { ...deskPhone({ description: "Lobby", dnd: rejecting, extensionMobility: true }) };
  expect(withFieldsAtOnce("phone", downloaded, saved)).toEqual({
    ...downloaded,
    dnd: rejecting,
    extensionMobility: true,
  });
  const line = { ...deskPhone().lines[0], label: "Desk" };
  const busier = { ...line, label: "Lobby", busyTrigger: 2, maxCalls: 4 };
  expect(
    withFieldsAtOnce("phone", { ...downloaded, lines: [line] }, { ...saved, lines: [busier] }),
  ).toMatchObject({
    lines: [{ ...busier, label: "Desk" }],
  });
  const another = { ...busier, directoryNumber: "2010" };
  expect(withFieldsAtOnce("deviceProfile", { lines: [line] }, { lines: [another] })).toEqual({
    lines: [line],
  });
  expect(withFieldsAtOnce("deviceProfile", { lines: [line] }, { lines: [busier] })).toEqual({
    lines: [{ ...busier, label: "Desk" }],
  });
  const number = { ...numberContent(), pattern: "2010", maxCalls: 4 };
  expect(withFieldsAtOnce("directoryNumber", { ...numberContent() }, number)).toEqual({
    ...number,
    pattern: numberContent().pattern,
  });
});
