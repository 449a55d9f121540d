import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PhonesInUse, phonesInUse, screenText } from "@/lib/server/testing/phones-in-use";

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002"]);
  const numbers = (first: string) => [
    { pattern: `${first}001`, name: "Kim" },
    { pattern: `${first}002`, name: "Lee" },
  ];
  for (const [name, type, first, throughCube] of [
    ["Busan", "sipQsig", "5", false],
    ["Daegu", "sip", "6", false],
    ["Jeju", "sipQsig", "7", true],
  ] as const) {
    await cluster.send("POST", "/remote-clusters", { name, directoryNumbers: numbers(first) });
    await cluster.send("POST", "/trunks", { name: `To ${name}`, type, remoteCluster: name, throughCube });
    await cluster.send("POST", "/route-patterns", { pattern: `${first}XXX`, trunk: `To ${name}` });
  }
});
afterAll(() => cluster.close());

const a = () => cluster.phone("2001");
const far = (number: string) => cluster.phone(number);

describe("call back to and from another cluster", () => {
  test("[OV-02][OV-06] over a QSIG trunk: busy, accepted, suspended, resumed, called", async () => {
    const [b, c] = [far("Busan:5001"), far("Busan:5002")];
    expect(await b.display()).toMatchObject({
      registration: "registered",
      softkeys: expect.arrayContaining(["CallBack"]),
    });
    await b.answers();
    await a().dials("5001");
    await cluster.wait(1);
    expect(await a().display()).toMatchObject({ tone: "busy" });
    await a().presses("CallBack");
    expect(screenText(await a().display())).toMatch(/^CallBack is activated on 5001/);
    await a().dials("2002");
    await b.hangsUp();
    await cluster.wait(1);
    expect(await cluster.requests("?where=state:isExactly:suspended")).toHaveLength(1);
    await a().hangsUp();
    await cluster.wait(1);
    expect(await a().display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    await a().presses("Dial");
    await cluster.wait(1);
    expect(await b.display()).toMatchObject({ tone: "ringing" });
    await b.answers();
    await cluster.wait(1);
    expect(await a().display()).toMatchObject({ callState: "Connected" });
    const [request] = await cluster.requests("?where=target:isExactly:5001");
    expect(request).toMatchObject({ state: "ended", reason: "completed" });
    expect((await cluster.trace(request?.id ?? "")).map((entry) => entry.cluster)).toEqual(
      expect.arrayContaining(["", "Busan"]),
    );
    await a().hangsUp();
    await cluster.wait(1);
    expect((await c.display()).calls).toEqual([]);
  });

  test("[OV-02] a phone of the other cluster is an originator too", async () => {
    await cluster.phone("2002").answers();
    const c = far("Busan:5002");
    await c.dials("2002");
    await cluster.wait(1);
    expect((await c.display()).tone).toBe("busy");
    await c.presses("CallBack");
    await cluster.wait(1);
    expect((await c.display()).screen?.kind).toBe("callBackActivated");
    await cluster.phone("2002").hangsUp();
    await cluster.wait(1);
    expect((await c.display()).screen?.kind).toBe("callBackAvailable");
    await c.presses("Cancel");
    expect(await cluster.requests("?where=phone:isExactly:Busan:5002")).toMatchObject([
      { state: "ended", reason: "cancelled" },
    ]);
  });

  test("a phone of another cluster is plugged in and unplugged, also when it is so already", async () => {
    const phone = far("Busan:5002");
    for (const [action, registration] of [
      ["plugIn", "registered"],
      ["unplug", "unregistered"],
      ["unplug", "unregistered"],
      ["plugIn", "registered"],
    ] as const)
      expect(await phone.does({ action })).toMatchObject({ registration, notices: [] });
  });

  test("[RS-02][RS-01] a plain SIP trunk, and video through CUBE, are refused; the log names why", async () => {
    await a().dials("6001");
    await cluster.wait(1);
    expect(screenText(await a().presses("CallBack"))).toBe("CallBack cannot be activated for 6001.");
    await a().hangsUp();
    await cluster.send("POST", "/phones", {
      name: "SEP000000008845",
      model: "Cisco 8845",
      softkeyTemplate: "Call Back User",
      lines: [{ index: 1, directoryNumber: "8845" }],
    });
    await cluster.wait(2);
    const video = cluster.phone("8845");
    await video.dials("7001", true);
    await cluster.wait(1);
    expect(screenText(await video.presses("CallBack"))).toBe("CallBack cannot be activated for 7001.");
    const log = await cluster.get(
      `/call-back/decisions?where=phone:isExactly:${video.name}&where=rule:isExactly:4`,
    );
    expect(log.items).toMatchObject([
      {
        inputs: { refusal: "videoThroughCube", defect: "CSCun46243" },
        requirements: expect.arrayContaining(["RS-01"]),
      },
    ]);
  });
});
