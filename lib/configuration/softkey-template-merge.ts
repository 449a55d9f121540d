import { type CallState, callStates } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { type MergeStatus, mergeStatus } from "@/lib/configuration/merge-status";
import { sameSoftkeys } from "@/lib/configuration/softkey-layout";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

interface Compared<Field extends string, Value> {
  readonly field: Field;
  readonly base: Value;
  readonly theirs: Value;
  readonly yours: Value;
  readonly status: MergeStatus;
}

/** One field side by side: as it was, as they saved it, as you have it; each call state is a field. */
export type MergedField =
  | Compared<"name" | "description", string>
  | Compared<"isDefault", boolean>
  | Compared<CallState, readonly SoftkeyId[]>;

/** The three-way view of a stale save and the content it proposes. */
export interface SoftkeyTemplateMerge {
  readonly fields: readonly MergedField[];
  readonly merged: SoftkeyTemplateContent;
}

function compare<Field extends string, Value>(
  field: Field,
  base: Value,
  theirs: Value,
  yours: Value,
  same: (one: Value, other: Value) => boolean = Object.is,
): Compared<Field, Value> {
  return {
    field,
    base,
    theirs,
    yours,
    status: mergeStatus(same(base, theirs), same(base, yours), same(theirs, yours)),
  };
}

/** Theirs where only they changed the field, else yours: nothing that somebody typed is lost. */
function chosen<Value>(compared: Compared<string, Value>): Value {
  return compared.status === "theirs" ? compared.theirs : compared.yours;
}

/**
 * Compares a stale save with what was saved meanwhile. In a conflict `merged` keeps yours. A call state is
 * taken whole from one side, so merging valid contents gives a valid one.
 */
export function mergeSoftkeyTemplate(
  base: SoftkeyTemplateContent,
  theirs: SoftkeyTemplateContent,
  yours: SoftkeyTemplateContent,
): SoftkeyTemplateMerge {
  const name = compare("name" as const, base.name, theirs.name, yours.name);
  const description = compare(
    "description" as const,
    base.description,
    theirs.description,
    yours.description,
  );
  const isDefault = compare("isDefault" as const, base.isDefault, theirs.isDefault, yours.isDefault);
  const states = callStates.map((state) =>
    compare(state, base.callStates[state], theirs.callStates[state], yours.callStates[state], sameSoftkeys),
  );
  const layout = Object.fromEntries(states.map((state) => [state.field, chosen(state)]));
  return {
    fields: [name, description, isDefault, ...states],
    merged: {
      name: chosen(name),
      description: chosen(description),
      isDefault: chosen(isDefault),
      callStates: { ...yours.callStates, ...layout },
    },
  };
}
