import { expect } from "vitest";
import type { RowStories } from "@/lib/server/testing/every-row/cast";
import { screenText } from "@/lib/server/testing/phones-in-use";

/** The call back, and every way in which a request ends or goes on. */
export const storiesOfEnding: RowStories = {
  answered: [
    "[OV-01] B answers the call back: completed",
    async ({ b, calling, stateIs }) => {
      await calling();
      await b.answers();
      await stateIs("ended", "completed");
    },
  ],
  busyAgain: [
    "[OV-01] B is busy again: the request is kept, and waits for a use of B",
    async ({ a, c, ready, stateIs }) => {
      await ready();
      await c.dials("2002");
      expect(await a.presses("Dial")).toMatchObject({ tone: "busy" });
      await stateIs("active");
      await c.hangsUp();
      await stateIs("active");
    },
  ],
  noAnswerAgain: [
    "[OV-04] B does not answer the call back: the request is kept as one without an answer",
    async ({ latest, calling, cluster }) => {
      await calling();
      await cluster.wait(12);
      expect(await latest()).toMatchObject({ state: "active", mode: "noReply" });
    },
  ],
  notReached: [
    "[IN-09] B's phone is away: reorder, and Dial can be tried again",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await b.does({ action: "unplug" });
      expect(await a.presses("Dial")).toMatchObject({ tone: "reorder" });
      await stateIs("readyLate");
    },
  ],
  targetRemoved: [
    "[IN-09] B's phone is deleted: the request stays",
    async ({ a, stateIs, cluster }) => {
      const gone = cluster.phone("2009");
      await cluster.send("POST", "/phones", {
        ...{ name: gone.name, model: "Cisco 8841", lines: [{ index: 1, directoryNumber: "2009" }] },
      });
      await cluster.wait(2);
      await gone.answers();
      await a.dials("2009");
      await a.presses("CallBack");
      await cluster.send("DELETE", `/phones/${gone.name}`);
      await stateIs("active");
    },
  ],
  hungUpFirst: [
    "[OV-01] A hangs up before B answers: the request is kept",
    async ({ a, latest, calling }) => {
      await calling();
      await a.hangsUp();
      expect(await latest()).toMatchObject({ state: "active", mode: "noReply" });
    },
  ],
  cancelled: [
    "[OV-01] Cancel ends the request",
    async ({ a, active, stateIs }) => {
      await active();
      await a.presses("Cancel");
      await stateIs("ended", "cancelled");
    },
  ],
  durationExpired: [
    "[OV-01] after the service duration nobody waits any more",
    async ({ active, stateIs, cluster }) => {
      await active();
      await cluster.wait(3_600);
      await stateIs("ended", "expired");
    },
  ],
  userChanged: [
    "[IN-08] a login on the phone of B ends the request",
    async ({ b, active, stateIs }) => {
      await active();
      await b.hangsUp();
      await b.does({ action: "login", userId: "kim" });
      await stateIs("ended", "extensionMobility");
    },
  ],
  lostBeforeReady: [
    "[TS-01] A's phone goes away before B is free: the request is over, and nothing is said at registration",
    async ({ a, active, resetsA, stateIs }) => {
      await active();
      await resetsA();
      expect(await a.display()).toMatchObject({ registration: "registered", screen: null });
      await stateIs("ended", "originatorReset");
    },
  ],
  lostWhenReady: [
    "[TS-02] A's phone goes away after A was told: the key shows it afterwards",
    async ({ a, ready, resetsA, stateIs }) => {
      await ready();
      await resetsA();
      expect(await a.display()).toMatchObject({ tone: "none", screen: null });
      expect(screenText(await a.presses("CallBack"))).toMatch(/^2002 has become available/);
      await stateIs("ready");
    },
  ],
  lostWhileCalling: [
    "[TS-02] A's phone goes away during the call back: it can be dialled again",
    async ({ a, calling, stateIs }) => {
      await calling();
      await a.does({ action: "unplug" });
      await stateIs("readyLate");
    },
  ],
  readyWhileHidden: [
    "[TS-01] with the parameter keep, B becomes free while A is away: no tone and no screen, but the key shows it",
    async ({ a, b, parameter, active, stateIs, cluster }) => {
      await parameter("Call Back on Originator Reset", "keep");
      await active();
      await a.does({ action: "unplug" });
      await b.hangsUp();
      await stateIs("ready");
      await a.does({ action: "plugIn" });
      await cluster.wait(2);
      expect(await a.display()).toMatchObject({ tone: "none", screen: null });
      expect(screenText(await a.presses("CallBack"))).toMatch(/^2002 has become available/);
    },
  ],
  joinedOtherwise: [
    "[OV-01] B calls A by hand and A answers: the request is completed, and nothing is told later",
    async ({ a, b, ready, stateIs }) => {
      await ready();
      await a.presses("Exit");
      await b.dials("2001");
      await a.answers();
      await stateIs("ended", "completed");
      await b.hangsUp();
      expect(await a.display()).toMatchObject({ tone: "none", screen: null });
    },
  ],
  serverStarted: [
    "[OV-01] the server stops and starts again: requests and timers are as they were",
    async ({ b, latest, active, stateIs, restartServer }) => {
      await active();
      const before = await latest();
      await restartServer();
      expect(await latest()).toEqual(before);
      await b.hangsUp();
      await stateIs("ready");
    },
  ],
  farSideEnded: [
    "[OV-02] the link to the cluster of B is lost: the request is over",
    async ({ a, messages, requested, stateIs }) => {
      await requested();
      await messages("deliver");
      await messages("down");
      expect(await a.display()).toMatchObject({ tone: "none", screen: null });
      await stateIs("ended", "linkLost");
    },
  ],
  noRouteLeft: [
    "[OV-02] the only trunk with QSIG to the cluster of B becomes plain SIP: the request is over",
    async ({ cluster, requested, messages, stateIs, a }) => {
      await requested();
      await messages("deliver");
      await cluster.change("/trunks/To%20Busan", { type: "sip" });
      await stateIs("ended", "linkLost");
      expect(await a.display()).toMatchObject({ screen: null });
      await cluster.change("/trunks/To%20Busan", { type: "sipQsig" });
    },
  ],
  targetMoved: [
    "[PR-07] the route point that A called forwards to C now: A waits for C, who is free",
    async ({ cluster, a, b, stateIs }) => {
      await b.answers();
      await a.dials("2900");
      await a.presses("CallBack");
      await stateIs("active");
      await cluster.change("/cti-route-points/Switchboard", { forwardTo: "2003" });
      await stateIs("ready");
      await a.presses("Dial");
      expect(await cluster.phone("2003").display()).toMatchObject({ callState: "Ring In" });
      await cluster.change("/cti-route-points/Switchboard", { forwardTo: "2002" });
    },
  ],
  selectionChanged: [
    "[OV-01] from now on one at a time: of two who were told, the second waits again",
    async ({ cluster, a, b, c, parameter }) => {
      await b.answers();
      for (const phone of [a, c]) {
        await phone.dials("2002");
        await phone.presses("CallBack");
        await cluster.wait(1);
      }
      await b.hangsUp();
      const live = "?where=state:isExactly:ready&sort=createdAt";
      expect(await cluster.requests(live)).toHaveLength(2);
      await parameter("Callback Selection Policy", "oneAtATime");
      expect(await cluster.requests(live)).toMatchObject([{ originator: { phone: a.name } }]);
      expect(await c.display()).toMatchObject({ tone: "none", screen: null });
    },
  ],
  messageTooLate: [
    "[OV-02] an acceptance that comes too late is answered with a cancellation",
    async ({ messages, texts, requested, stateIs, cluster }) => {
      await requested();
      await cluster.wait(10);
      expect(await texts()).toBe("CallBack cannot be activated for 5001.");
      await messages("deliver");
      await stateIs("ended", "linkLost");
    },
  ],
};
