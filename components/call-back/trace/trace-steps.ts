import { explain } from "@/lib/callback/explain/explanation";
import type { RowName } from "@/lib/callback/state/row-names";
import type { RuleId } from "@/lib/callback/state/rules";
import type { RequestDto, TraceEntryDto } from "@/lib/contract/call-back";
import { explanationText } from "@/lib/i18n/explanation-text";
import type { Translate } from "@/lib/i18n/translate";

/** Whose lane of the ladder something is in. */
export type Lane = "originator" | "cluster" | "target";

/** One decision that followed from an event. */
export interface TraceDecision {
  /** The number of a row, or a rule of calls; its name. */
  readonly rule: string;
  readonly name: string;
  /** Row of the table or rule of calls, in words that people look up. */
  readonly sentence: string;
  readonly transition: TraceEntryDto["transition"];
}

/** One event, where it happened, and what was decided about it. */
export interface TraceStep {
  readonly id: string;
  readonly at: string;
  readonly lane: Lane;
  readonly event: TraceEntryDto["event"];
  readonly decisions: readonly TraceDecision[];
}

function laneOf({ event }: TraceEntryDto, request: RequestDto | null): Lane {
  if (event.phone === null || request === null) return "cluster";
  return event.phone === request.originator.phone ? "originator" : "target";
}

/**
 * The entries of a trace as steps of a ladder: what one event decided is one step.
 * @param request whose phones have lanes; null when the trace is of the whole cluster
 */
export function traceSteps(
  translate: Translate,
  request: RequestDto | null,
  entries: readonly TraceEntryDto[],
): readonly TraceStep[] {
  const steps = new Map<string, TraceStep & { decisions: TraceDecision[] }>();
  for (const entry of entries) {
    const { event, at, rule, name, inputs, transition, cluster } = entry;
    const id = `${cluster} ${event.id}`;
    const step = steps.get(id) ?? { id, at, lane: laneOf(entry, request), event, decisions: [] };
    // The server names only rules of the engine.
    const explanation = explain({ rule: name as RowName | RuleId, inputs });
    step.decisions.push({ rule, name, sentence: explanationText(translate, explanation), transition });
    steps.set(id, step);
  }
  return [...steps.values()];
}
