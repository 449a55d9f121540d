import { isOffered } from "@/lib/callback/phones/call-state";
import { type OfferRowName, type OfferState, offerTable } from "@/lib/callback/requests/offer-table";
import { isLive } from "@/lib/callback/requests/request-state";
import { holdTo } from "@/lib/callback/requests/table-row";
import { areAllInForce } from "@/lib/callback/state/rules-in-force";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { Reader } from "@/lib/callback/state/world";
import { holdsToTables, RowRefused } from "@/lib/state-table/take-row";

/** What a call is to call back: it follows from what its caller hears, and from the question on the caller's screen. */
export function offerState(reader: Reader, id: string): OfferState {
  const call = reader.get("calls", id);
  if (call?.caller.kind !== "phone") return "none";
  if (call.phase === "collecting" || call.phase === "proceeding") return "dialling";
  if (!isOffered(call)) return "none";
  const screen = reader.get("phones", call.caller.phone)?.screen;
  return screen?.kind === "callBackAlreadyActive" && screen.call === id ? "confirmReplace" : "offered";
}

/**
 * Holds an offer to its table, in tests and development: the row has to lead from what the call was when the step began to
 * what it is now.
 */
export function holdOfferToTable(context: StepContext, call: string, row: OfferRowName): void {
  if (!holdsToTables) return;
  const [from, to] = [offerState(context.start, call), offerState(context, call)];
  holdTo<OfferState>(context, { table: "offer", row, from, to }, offerTable[row]);
  const known = explained.get(context) ?? new Map<string, OfferState>();
  explained.set(context, known.set(call, to));
}

/** In tests and development: what the rows that a step has taken made of its calls. */
const explained = new WeakMap<StepContext, Map<string, OfferState>>();

/**
 * At the end of a step, in tests and development: no call began or ceased to be offered, and no question was opened or
 * closed, without a row of the table.
 * @throws RowRefused when one did
 */
export function holdOffersToTable(context: StepContext): void {
  if (!holdsToTables || !areAllInForce(context.rules)) return;
  const questions = context.written("phones").flatMap((name) => questionOf(context.start, name));
  for (const id of new Set([...context.written("calls"), ...questions])) {
    if (isQuestionReplaced(context, id)) holdOfferToTable(context, id, "oldRequestEnded");
    const is = offerState(context, id);
    const explainedAs = explained.get(context)?.get(id) ?? offerState(context.start, id);
    if (is !== explainedAs && [is, explainedAs].some((state) => state !== "none" && state !== "dialling"))
      throw new RowRefused(`offer: ${id} became ${is} from ${explainedAs} without a row`);
  }
}

/** The old request has ended, and the screen that says so was opened in place of the question. */
function isQuestionReplaced(context: StepContext, id: string): boolean {
  if (explained.get(context)?.has(id) || offerState(context.start, id) !== "confirmReplace") return false;
  const call = context.start.get("calls", id);
  const screen = call?.caller.kind === "phone" && context.start.get("phones", call.caller.phone)?.screen;
  if (!screen) return false;
  if (screen.kind !== "callBackAlreadyActive") return false;
  return offerState(context, id) === "offered" && !isLive(context.get("requests", screen.request));
}

/** The call about which a phone asks whether to replace a request. */
function questionOf(reader: Reader, name: string): string[] {
  const screen = reader.get("phones", name)?.screen;
  return screen?.kind === "callBackAlreadyActive" ? [screen.call] : [];
}
