import type { TableRow } from "@/lib/callback/requests/table-row";
import type { RowName } from "@/lib/callback/state/row-names";
import { anything, keys } from "@/lib/callback/state/triggers";

/**
 * What a call is to call back: "none" when it is none, connected or over; the caller hears nothing yet; hears why nobody
 * answers, so that CallBack is offered; is asked whether to replace another request.
 */
export const offerStates = ["none", "dialling", "offered", "confirmReplace"] as const;
export type OfferState = (typeof offerStates)[number];

/** The table of the offer on a call in docs/engine.md, which is made from it: rows 1 to 9b. */
export const offerTable = {
  offerBegins: {
    from: ["none", "dialling"],
    on: anything,
    event: "ringing, busy, fast busy or reorder",
    to: "offered",
    also: "the mode is remembered; that B or the route is unknown is refused by row 4",
    requirements: ["OV-03", "OV-04"],
  },
  offerEnds: {
    from: ["offered", "confirmReplace"],
    on: anything,
    event: "B answers; the call is released, or forwarded on before an answer",
    to: ["none", "dialling"],
    also: "the offer ends with the tone **D**",
    requirements: ["OV-03"],
  },
  serviceNotActive: {
    from: ["offered", "confirmReplace"],
    on: keys,
    event: "CallBack [Callback Enabled Flag off]",
    to: "same",
    also: "`Service Is Not Active`",
    requirements: ["OV-03"],
  },
  cannotActivate: {
    from: ["offered"],
    on: keys,
    event: "CallBack, or OK to the question [a refusal, see below]",
    to: "same",
    further: [{ from: ["confirmReplace"], to: "offered" }],
    also: "the text of TS-05 with B's number, key Exit; the exact reason is in the trace",
    requirements: ["TS-05", "PR-01"],
  },
  asksToReplace: {
    from: ["offered"],
    on: keys,
    event: "CallBack [live request to another number]",
    to: "confirmReplace",
    further: [{ from: ["confirmReplace"], to: "same" }],
    also: "that a notification of it was missed is not mentioned (TS-02)",
    requirements: ["TS-04", "TS-02"],
  },
  alreadyRequested: {
    from: ["offered"],
    on: keys,
    event: "CallBack [live request to the same number]",
    to: "same",
    further: [{ from: ["confirmReplace"], to: ["offered", "same"] }],
    also: "the screen of that request, so that Cancel is at hand; never a second request",
    requirements: ["OV-03"],
  },
  activated: {
    from: ["offered"],
    on: keys,
    event: "CallBack",
    to: "none",
    also: "a request begins: see below",
    requirements: ["OV-01", "OV-02", "OV-03", "OV-04"],
  },
  replaced: {
    from: ["confirmReplace"],
    on: keys,
    event: "OK [row 4 checked again]",
    to: "none",
    also: "a request begins in place of another one: see below",
    requirements: ["TS-04"],
  },
  questionClosed: {
    from: ["confirmReplace"],
    on: anything,
    event: "Exit, EndCall, on-hook, an answer, the end of the call, reset, 30 s",
    to: ["offered", "none"],
    also: "the old request unchanged; after Exit and after 30 s **D** the call is still offered",
    requirements: ["TS-04"],
  },
  oldRequestEnded: {
    from: ["confirmReplace"],
    on: anything,
    event: "the old request ends",
    to: ["offered", "none"],
    also: "question closed; the next CallBack is row 7",
    requirements: ["TS-04"],
  },
} as const satisfies { readonly [Name in RowName]?: TableRow<OfferState> };

export type OfferRowName = keyof typeof offerTable;
