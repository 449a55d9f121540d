import { expect } from "vitest";
import { type RowStories, reject } from "@/lib/server/testing/every-row/cast";
import { screenText } from "@/lib/server/testing/phones-in-use";

/** B becomes available, and what may happen until A calls. */
export const storiesOfNotification: RowStories = {
  bothFree: [
    "[OV-01][IN-05] B becomes free: tone and screen at A, also when A itself refuses calls",
    async ({ a, ready }) => {
      await a.does(reject(true));
      await ready();
      expect(await a.display()).toMatchObject({ tone: "callBack", screen: { kind: "callBackAvailable" } });
    },
  ],
  originatorNotFree: [
    "[OV-05] B becomes free while A is not: suspended",
    async ({ a, b, active, stateIs }) => {
      await active();
      await a.dials("2003");
      await b.hangsUp();
      await stateIs("suspended");
    },
  ],
  cycleUnderDndReject: [
    "[IN-07] B is used and still refuses calls: A is told so, without Dial",
    async ({ a, b, texts, underDndReject, stateIs }) => {
      await underDndReject();
      await b.answers();
      await b.hangsUp();
      expect(await a.display()).toMatchObject({ screen: { softkeys: ["Cancel", "Exit"] } });
      expect(await texts()).toMatch(/^2002 is available now but on DND-R/);
      await stateIs("readyDndReject");
    },
  ],
  turnedAway: [
    "[OV-05] A, who was told, turns to another call: tone and screen go",
    async ({ a, ready, stateIs }) => {
      await ready();
      expect(await a.dials("2003")).toMatchObject({ screen: null, tone: "ringback" });
      await stateIs("suspended");
    },
  ],
  turnedAwayLate: [
    "[IN-02] the same after T3 hides the screen only",
    async ({ a, ready, stateIs, cluster }) => {
      await ready();
      await cluster.wait(20);
      expect(await a.dials("2003")).toMatchObject({ screen: null });
      await stateIs("readyLate");
    },
  ],
  originatorFree: [
    "[OV-06] A is free again: resumed, and told since B is still free",
    async ({ a, b, active, stateIs }) => {
      await active();
      await a.dials("2003");
      await b.hangsUp();
      await a.hangsUp();
      expect(await a.display()).toMatchObject({ tone: "callBack" });
      await stateIs("ready");
    },
  ],
  dialled: [
    "[IN-01] Dial calls B, and overrides its forwarding while T3 runs",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await b.does({ action: "setForwardAll", destination: "2003" });
      await a.presses("Dial");
      expect(await b.display()).toMatchObject({ callState: "Ring In" });
      await stateIs("calling");
      await b.does({ action: "setForwardAll", destination: null });
    },
  ],
  recallExpired: [
    "[IN-02] after T3 Dial is still there, but does not override forwarding",
    async ({ a, b, c, ready, stateIs, cluster }) => {
      await ready();
      await cluster.wait(21);
      await stateIs("readyLate");
      await b.does({ action: "setForwardAll", destination: "2003" });
      await a.presses("Dial");
      expect(await c.display()).toMatchObject({ callState: "Ring In" });
      await b.does({ action: "setForwardAll", destination: null });
    },
  ],
  targetTaken: [
    "[OV-01] B is in use again: tone and screen go, and waiting goes on",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await b.answers();
      expect(await a.display()).toMatchObject({ tone: "none", screen: null });
      await stateIs("active");
    },
  ],
  dndRejectBegins: [
    "[IN-07] B refuses calls now: Dial disappears",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await b.does(reject(true));
      expect(await a.display()).toMatchObject({ tone: "none", screen: { softkeys: ["Cancel", "Exit"] } });
      await stateIs("readyDndReject");
    },
  ],
  dndRejectEnds: [
    "[IN-07] B takes calls again: Dial is back",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await b.does(reject(true));
      await b.does(reject(false));
      expect(await a.display()).toMatchObject({ screen: { softkeys: ["Dial", "Cancel", "Exit"] } });
      await stateIs("ready");
    },
  ],
  screenLeft: [
    "[TS-02] Exit hides the screen, and the key on the idle phone shows it again",
    async ({ a, ready, stateIs }) => {
      await ready();
      expect(await a.presses("Exit")).toMatchObject({ tone: "none", screen: null });
      expect(screenText(await a.presses("CallBack"))).toMatch(/^2002 has become available/);
      await stateIs("ready");
    },
  ],
};
