import { describe, expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import { ctiRoutePointChange } from "@/lib/callback/setup/configuration-changes";
import { refusalIn } from "@/lib/callback/testing/refusal-in";
import { screenOn } from "@/lib/callback/testing/shown";
import { phoneModels } from "@/lib/catalog/phone-models";
import type { TrunkType } from "@/lib/catalog/trunk-types";

const remote = { number: "5001", cluster: "Busan" } as const;

function modelsOf(series: readonly string[]): string[] {
  return phoneModels.filter((model) => series.includes(model.series)).map(({ name }) => name);
}

/** What A's request becomes when B is a phone of the model that is busy, and B becomes available. */
function activateOn(model: string) {
  const { phones } = scenario({ a: "2001", b: { number: "2002", model }, c: "2003" });
  const { a, b, c } = phones;
  b.dials(c);
  c.answers();
  a.dials(b);
  a.presses("CallBack");
  const accepted = a.requestState;
  b.hangsUp();
  return { accepted, afterwards: a.requestState, screen: screenOn(a) };
}

describe("[PR-01] where the target is", () => {
  test("[PR-01] in the same cluster", () => {
    expect(activateOn("Cisco 8841")).toMatchObject({ accepted: "active", afterwards: "ready" });
  });

  test.each(["priQsig", "interclusterQsig", "sipQsig"] satisfies TrunkType[])(
    "[PR-01] behind a trunk of type %s in another cluster",
    (type) => {
      const { phones } = scenario({ a: "2001", b: remote }, { trunk: { type } });
      const { a, b } = phones;
      b.goesOffHook();
      a.dials(b);
      a.presses("CallBack");
      expect(a.requestState).toBe("active");
      b.hangsUp();
      expect(a.requestState).toBe("ready");
    },
  );

  test("[PR-01] anything else is refused: no such number, and A's own line", () => {
    const { phones, simulation } = scenario({
      a: { number: "2001", otherNumbers: ["2011"] },
      other: { number: "2012" },
    });
    const { a } = phones;
    a.dials("9999");
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 9999.");
    expect(refusalIn(simulation)).toBe("unknownNumber");
    a.hangsUp();
    a.dials("2011");
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack cannot be activated for 2011.");
    expect(refusalIn(simulation)).toBe("ownLine");
    expect(a.request).toBeNull();
  });
});

describe("[PR-03][PR-04][PR-05][PR-06] supported devices as targets", () => {
  const unsupported = ["Cisco 6901", "Cisco 6911"];

  test.each(modelsOf(["6900", "7900", "8900", "9900"]).filter((model) => !unsupported.includes(model)))(
    "[PR-03] %s",
    (model) => {
      expect(activateOn(model)).toMatchObject({ accepted: "active", afterwards: "ready" });
    },
  );

  test.each(unsupported)("[PR-03] %s is not supported", (model) => {
    const { accepted, screen } = activateOn(model);
    expect(accepted).toBeNull();
    expect(screen).toBe("CallBack cannot be activated for 2002.");
  });

  test.each(modelsOf(["7800", "8800"]))("[PR-04] %s", (model) => {
    expect(activateOn(model)).toMatchObject({ accepted: "active", afterwards: "ready" });
  });

  test.each(["Cisco VGC Phone", "Cisco ATA 186"])("[PR-05] %s", (model) => {
    expect(activateOn(model)).toMatchObject({ accepted: "active", afterwards: "ready" });
  });

  test("[PR-06] a VG224 endpoint: busy subscriber", () => {
    expect(activateOn("Analog Phone")).toMatchObject({ accepted: "active", afterwards: "ready" });
  });

  test("[PR-06] a VG224 endpoint: no answer", () => {
    const { phones, wait } = scenario({ a: "2001", b: { number: "2002", model: "Analog Phone" } });
    const { a, b } = phones;
    a.dials(b);
    wait(12);
    a.presses("CallBack");
    expect(a.request).toMatchObject({ mode: "noReply", state: "active" });
    b.goesOffHook();
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });
});

describe("[PR-07] CTI route points", () => {
  const routePoint = (forwardTo: string | null) =>
    ctiRoutePointChange({
      name: "Reception",
      description: "",
      directoryNumber: "3000",
      partition: null,
      forwardTo,
    });

  test("[PR-07] one that forwards to a supported phone is a valid target; Dial overrides that phone's forwarding", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" }, { configuration: [routePoint("2002")] });
    const { a, b, c } = phones;
    b.goesOffHook();
    a.dials("3000");
    a.presses("CallBack");
    expect(screenOn(a)).toMatch(/^CallBack is activated on 3000/);
    b.forwardsAllTo(c);
    b.hangsUp();
    expect(screenOn(a)).toMatch(/^3000 has become available/);
    a.presses("Dial");
    expect(b.hears).toBe("ringing");
    expect(c.hears).toBe("none");
  });

  test.each([
    ["no phone", null, "routePointToNothing"],
    ["an unknown number", "9999", "routePointToUnknownNumber"],
    ["itself", "3000", "routePointInCircle"],
    ["an unsupported phone", "2002", "unsupportedDevice"],
    ["the caller", "2001", "ownLine"],
  ])("[PR-07] one that forwards to %s is refused for that reason", (_, forwardTo, refusal) => {
    const { phones, simulation } = scenario(
      { a: "2001", b: { number: "2002", model: "Cisco 6901" } },
      { configuration: [routePoint(forwardTo)] },
    );
    phones.a.dials("3000");
    phones.a.presses("CallBack");
    expect(screenOn(phones.a)).toBe("CallBack cannot be activated for 3000.");
    expect(refusalIn(simulation)).toBe(refusal);
  });
});
