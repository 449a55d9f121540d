import { requirementsOfRule } from "@/lib/callback/explain/requirements";
import { transitionOf } from "@/lib/callback/requests/tables";
import type { DecisionInputs } from "@/lib/callback/state/decision";
import type { EngineEvent } from "@/lib/callback/state/events";
import { refusals } from "@/lib/callback/state/refusals";
import { nameOfRule } from "@/lib/callback/state/row-names";
import type { TraceEntryDto } from "@/lib/contract/call-back";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { listDecisions, type StoredDecision } from "@/lib/server/db/call/decision";
import { findStoredRequest } from "@/lib/server/db/call/request";
import { Refusal } from "@/lib/server/errors";

/**
 * Every decision about a request, in order, with the rule that made it and the requirements that the rule serves.
 * @throws Refusal forbidden, notFound
 */
export async function getTrace(context: ServiceContext, id: string): Promise<{ items: TraceEntryDto[] }> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  if (!canBeText(id) || !(await findStoredRequest(prisma, id))) throw new Refusal("notFound", { name: id });
  return { items: (await listDecisions(prisma, id)).map(toDecisionDto) };
}

type Values = TraceEntryDto["inputs"];

/** A decision as the API answers it. */
export function toDecisionDto({
  at,
  cluster,
  event,
  rule,
  phone,
  inputs,
  requestId,
}: StoredDecision): TraceEntryDto {
  const happened = event as EngineEvent;
  const name = nameOfRule(rule);
  const values = withDefect(inputs as Values);
  return {
    at: at.toISOString(),
    cluster,
    event: {
      id: happened.id,
      kind: happened.kind,
      phone: "phone" in happened ? happened.phone : null,
      values: valuesOf(happened),
    },
    rule,
    name,
    requirements: [...requirementsOfRule(name, inputs as DecisionInputs), ...refusedBy(values)],
    transition: transitionOf(name),
    phone,
    request: requestId,
    inputs: values,
  };
}

/** Video through CUBE is refused because of a defect of Unified CM, which the guide names [RS-01]. */
function withDefect(inputs: Values): Values {
  return inputs.refusal === "videoThroughCube" ? { ...inputs, defect: "CSCun46243" } : inputs;
}

function refusedBy({ refusal }: Values): string[] {
  return Object.entries(refusals).flatMap(([name, requirement]) => (name === refusal ? [requirement] : []));
}

/** The plain values that an event says, without its id, kind and phone. */
function valuesOf(event: EngineEvent): Values {
  const { id: _, kind: __, ...rest } = event;
  const details =
    event.kind === "phoneAction"
      ? event.action
      : event.kind === "trunkMessage"
        ? { from: event.from, ...event.message }
        : rest;
  return Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | number | boolean | null] =>
        entry[1] === null || typeof entry[1] !== "object",
    ),
  );
}
