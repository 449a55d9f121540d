import { configure } from "@/lib/callback/inputs/configure";
import { actOnPhone } from "@/lib/callback/inputs/phone-action";
import { receiveCallMessage } from "@/lib/callback/inputs/receive-call";
import {
  beginRegistration,
  changeUser,
  configurePhone,
  registerPhone,
  removePhone,
  unregisterPhone,
} from "@/lib/callback/inputs/registration";
import { expire } from "@/lib/callback/inputs/timers";
import { judge } from "@/lib/callback/reactions/judge";
import { runReactions } from "@/lib/callback/reactions/run-reactions";
import { judgeWatch } from "@/lib/callback/reactions/target";
import { endRequest } from "@/lib/callback/requests/end-request";
import { loseLink } from "@/lib/callback/requests/link-lost";
import { receiveRequestMessage } from "@/lib/callback/requests/receive-request";
import { isLive } from "@/lib/callback/requests/request-state";
import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import { allRules, type RulesInForce } from "@/lib/callback/state/rules-in-force";
import { StepContext } from "@/lib/callback/state/step-context";
import { isCallMessage } from "@/lib/callback/state/trunk-messages";
import type { Change, World } from "@/lib/callback/state/world";

/** What one event does: what to write, and what to tell the outside. */
export interface StepResult {
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
}

/**
 * One step of the engine: pure, total and deterministic. It reads the world and changes nothing; `apply` writes.
 * @param now the engine's time in milliseconds
 * @param rules only for tests; the product runs with all rules
 */
export function step(
  world: World,
  event: EngineEvent,
  now: number,
  rules: RulesInForce = allRules,
): StepResult {
  const context = new StepContext(world, event, now, rules);
  handle(context, event);
  runReactions(context);
  return { changes: context.changes(), effects: context.effects };
}

function handle(context: StepContext, event: EngineEvent): void {
  switch (event.kind) {
    case "phoneAction":
      actOnPhone(context, event.phone, event.action);
      return;
    case "phoneConfigured":
      configurePhone(context, event);
      return;
    case "phoneRegistering":
      beginRegistration(context, event.phone);
      return;
    case "phoneRegistered":
      registerPhone(context, event);
      return;
    case "phoneUnregistered":
      unregisterPhone(context, event.phone, event.cause);
      return;
    case "userChanged":
      changeUser(context, event.phone);
      return;
    case "phoneRemoved":
      removePhone(context, event.phone);
      return;
    case "configured":
      for (const change of event.changes) configure(context, change);
      if (!event.judged) return;
      context.put("configured", "", {});
      judge(context, event.judged);
      return;
    case "timerExpired":
      expire(context, event.timer);
      return;
    case "trunkMessage": {
      const { message } = event;
      if (isCallMessage(message)) {
        receiveCallMessage(context, event.from, message);
        return;
      }
      receiveRequestMessage(context, event.from, message);
      return;
    }
    case "linkLost":
      context.put("configured", "", {});
      loseLink(context, event.cluster);
      return;
    case "serverStarted":
      context.decide("serverStarted", {}, {});
      return;
    case "watchesChanged":
      for (const watched of event.watches) judgeWatch(context, watched);
      return;
    case "requestCancelled": {
      const request = context.get("requests", event.request);
      if (isLive(request)) endRequest(context, request, "cancelled", "cancelled", { by: "administrator" });
      return;
    }
  }
}
