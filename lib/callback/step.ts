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
import { settle } from "@/lib/callback/reactions/settle";
import { judgeWatch } from "@/lib/callback/reactions/target";
import { endRequest } from "@/lib/callback/requests/end-request";
import { loseLink } from "@/lib/callback/requests/link-lost";
import { receiveRequestMessage } from "@/lib/callback/requests/receive-request";
import { isLive } from "@/lib/callback/requests/request-state";
import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import { allRules, type RulesInForce } from "@/lib/callback/state/rules-in-force";
import { isCallMessage } from "@/lib/callback/state/trunk-messages";
import { Turn } from "@/lib/callback/state/turn";
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
  const turn = new Turn(world, event, now, rules);
  handle(turn, event);
  settle(turn);
  return { changes: turn.changes(), effects: turn.effects };
}

function handle(turn: Turn, event: EngineEvent): void {
  switch (event.kind) {
    case "phoneAction":
      actOnPhone(turn, event.phone, event.action);
      return;
    case "phoneConfigured":
      configurePhone(turn, event);
      return;
    case "phoneRegistering":
      beginRegistration(turn, event.phone);
      return;
    case "phoneRegistered":
      registerPhone(turn, event);
      return;
    case "phoneUnregistered":
      unregisterPhone(turn, event.phone, event.cause);
      return;
    case "userChanged":
      changeUser(turn, event.phone);
      return;
    case "phoneRemoved":
      removePhone(turn, event.phone);
      return;
    case "configured":
      for (const change of event.changes) configure(turn, change);
      if (!event.judged) return;
      turn.put("configured", "", {});
      judge(turn, event.judged);
      return;
    case "timerExpired":
      expire(turn, event.timer);
      return;
    case "trunkMessage": {
      const { message } = event;
      if (isCallMessage(message)) {
        receiveCallMessage(turn, event.from, message);
        return;
      }
      receiveRequestMessage(turn, event.from, message);
      return;
    }
    case "linkLost":
      turn.put("configured", "", {});
      loseLink(turn, event.cluster);
      return;
    case "serverStarted":
      turn.decide("30", {}, {});
      return;
    case "watchesChanged":
      for (const watched of event.watches) judgeWatch(turn, watched);
      return;
    case "requestCancelled": {
      const request = turn.get("requests", event.request);
      if (isLive(request)) endRequest(turn, request, "cancelled", "25", { by: "administrator" });
      return;
    }
  }
}
