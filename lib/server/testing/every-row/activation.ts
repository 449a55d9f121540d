import { expect } from "vitest";
import type { RowStories } from "@/lib/server/testing/every-row/cast";
import { screenText } from "@/lib/server/testing/phones-in-use";

/** From a call that fails to a request, and to one that another cluster has accepted. */
export const storiesOfActivation: RowStories = {
  offerBegins: [
    "[OV-03] while A hears busy the phone offers CallBack",
    async ({ a, b }) => {
      await b.answers();
      expect(await a.dials("2002")).toMatchObject({
        ...{ tone: "busy", softkeys: expect.arrayContaining(["CallBack"]) },
      });
    },
  ],
  offerEnds: [
    "[OV-03] once B answers, it is not offered any more",
    async ({ a, b }) => {
      await a.dials("2002");
      await b.answers();
      expect((await a.display()).softkeys).not.toContain("CallBack");
    },
  ],
  serviceNotActive: [
    "[OV-03] with Callback Enabled Flag off the service is not active",
    async ({ a, parameter }) => {
      await parameter("Callback Enabled Flag", false);
      await a.dials("2002");
      expect(await a.presses("CallBack")).toMatchObject({ prompt: "Service Is Not Active" });
    },
  ],
  cannotActivate: [
    "[TS-05] for a number that does not exist it cannot be activated",
    async ({ a }) => {
      await a.dials("9999");
      expect(screenText(await a.presses("CallBack"))).toBe("CallBack cannot be activated for 9999.");
    },
  ],
  asksToReplace: [
    "[TS-04] while another request is live A is asked whether to replace it",
    async ({ asked, stateIs }) => {
      await asked();
      await stateIs("active");
    },
  ],
  alreadyRequested: [
    "[OV-03] on another call to the same number the request shows its screen, and no second one is made",
    async ({ a, latest, active }) => {
      await active();
      const { id } = await latest();
      await a.dials("2002");
      expect(screenText(await a.presses("CallBack"))).toMatch(/^CallBack is activated on 2002/);
      expect((await latest()).id).toBe(id);
    },
  ],
  activated: [
    "[OV-01] CallBack activates, and says so",
    async ({ texts, active, stateIs }) => {
      await active();
      expect(await texts()).toMatch(/^CallBack is activated on 2002/);
      await stateIs("active");
    },
  ],
  replaced: [
    "[TS-04] OK replaces the old request by the new one in one step",
    async ({ a, latest, asked, cluster }) => {
      await asked();
      const old = await latest();
      await a.presses("OK");
      expect(await latest()).toMatchObject({ target: "2003", state: "active" });
      expect(await cluster.requests(`?where=id:isExactly:${old.id}`)).toMatchObject([{ reason: "replaced" }]);
    },
  ],
  questionClosed: [
    "[TS-04] Exit leaves the old request as it is, and call back is still offered on the call",
    async ({ a, latest, asked }) => {
      await asked();
      expect(await a.presses("Exit")).toMatchObject({ screen: null, tone: "busy" });
      expect(await latest()).toMatchObject({ target: "2002", state: "active" });
      expect(screenText(await a.presses("CallBack"))).toMatch(/^CallBack is already active on 2002/);
    },
  ],
  oldRequestEnded: [
    "[TS-04] when the old request ends meanwhile, the next CallBack activates without a question",
    async ({ a, latest, cancel, asked }) => {
      await asked();
      await cancel((await latest()).id);
      expect((await a.display()).screen).toBeNull();
      await a.presses("CallBack");
      expect(await latest()).toMatchObject({ target: "2003", state: "active" });
    },
  ],
  farSideAnswered: [
    "[OV-02] the other cluster accepts, and only then A is told",
    async ({ a, messages, texts, requested, stateIs }) => {
      await requested();
      expect((await a.display()).screen).toBeNull();
      await messages("deliver");
      expect(await texts()).toMatch(/^CallBack is activated on 5001/);
      await stateIs("active");
    },
  ],
  freeBeforeAccept: [
    "[OV-02] that B is free overtakes the acceptance and counts as it",
    async ({ far, messages, requested, stateIs }) => {
      await requested();
      await far.hangsUp();
      await messages("reverse");
      await stateIs("ready");
    },
  ],
};
