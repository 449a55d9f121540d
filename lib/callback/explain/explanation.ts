import { requirementsOfRule } from "@/lib/callback/explain/requirements";
import { variants } from "@/lib/callback/explain/variants";
import type { Decision, DecisionInputs } from "@/lib/callback/state/decision";
import { refusals } from "@/lib/callback/state/refusals";
import { callStateKey, isCallState } from "@/lib/catalog/call-states";
import { softkeyKey } from "@/lib/catalog/softkey-key";
import { isSoftkeyId } from "@/lib/catalog/softkeys";

/** A decision as a sentence: the key of its text and what the text names. */
export interface Explanation {
  /** Under `explanation.rule`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** What the text names by words of the language: keys of all areas. */
  readonly labels: Readonly<Record<string, string>>;
  /** The requirements that the decision serves, the closest first. */
  readonly requirements: readonly string[];
}

/** Inputs that are told in words, and where these are; other texts and numbers are told as they are. */
const words: Readonly<Record<string, string>> = {
  state: "state",
  from: "state",
  to: "state",
  cause: "cause",
  phase: "phase",
  mode: "mode",
  refusal: "refusal",
};

function keyOf({ rule, inputs }: Pick<Decision, "rule" | "inputs">): string {
  const variant = variants[rule];
  if (!variant) return rule;
  const value = String(inputs[variant.by]);
  return `${rule}.${variant.values.includes(value) ? value : variant.otherwise}`;
}

function labelsOf(inputs: DecisionInputs): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [name, area] of Object.entries(words)) {
    const value = inputs[name];
    if (value !== undefined && value !== null) labels[name] = `explanation.${area}.${value}`;
  }
  const { callState, key, destination } = inputs;
  if (isCallState(callState)) labels.callState = `catalogue.callState.${callStateKey(callState)}`;
  if (isSoftkeyId(key)) labels.key = `catalogue.softkey.${softkeyKey(key)}.name`;
  if (destination === null) labels.destination = "explanation.voiceMail";
  return labels;
}

function valuesOf(inputs: DecisionInputs, labels: Readonly<Record<string, string>>) {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if ((typeof value === "string" || typeof value === "number") && !(name in labels)) values[name] = value;
  }
  if (typeof inputs.guard === "number") values.seconds = inputs.guard / 1000;
  return values;
}

function requirementsOf(decision: Pick<Decision, "rule" | "inputs">): readonly string[] {
  const { refusal } = decision.inputs;
  for (const [name, requirement] of Object.entries(refusals)) if (name === refusal) return [requirement];
  return requirementsOfRule(decision.rule, decision.inputs);
}

/** Why something was decided, as the key of a text with its values; `explanationText` makes the sentence. */
export function explain(decision: Pick<Decision, "rule" | "inputs">): Explanation {
  const labels = labelsOf(decision.inputs);
  return {
    key: keyOf(decision),
    values: valuesOf(decision.inputs, labels),
    labels,
    requirements: requirementsOf(decision),
  };
}
