import type { Simulation } from "@/lib/callback/scenario/simulation";

/** The exact reason of the last refusal (row 4), as the trace has it. */
export function refusalIn(simulation: Simulation): unknown {
  return simulation.decisions().findLast(({ rule }) => rule === "cannotActivate")?.inputs.refusal;
}
