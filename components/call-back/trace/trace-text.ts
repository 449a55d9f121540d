import { eventText } from "@/components/call-back/trace/event-text";
import type { TraceStep } from "@/components/call-back/trace/trace-steps";
import type { Translate } from "@/lib/i18n/translate";

/** `HH:MM:SS.mmm` of an instant in UTC. */
export function clockText(at: string): string {
  return new Date(at).toISOString().slice(11, 23);
}

/** A trace as plain text: a line an event, and indented below it what was decided. */
export function traceText(translate: Translate, steps: readonly TraceStep[]): string {
  return steps
    .flatMap(({ at, event, decisions }) => [
      [clockText(at), event.phone, eventText(translate, event)].filter(Boolean).join("  "),
      ...decisions.map(
        ({ rule, name, sentence }) =>
          `                [${rule === name ? name : `${rule} ${name}`}] ${sentence}`,
      ),
    ])
    .join("\n");
}
