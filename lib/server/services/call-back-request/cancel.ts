import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { findStoredRequest } from "@/lib/server/db/call/request";
import { Refusal } from "@/lib/server/errors";
import { applyCallEvents } from "@/lib/server/runtime/calls/apply-call-events";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { savingEffects } from "@/lib/server/services/phone-operation/save-effects";

/**
 * Cancels a request as an administrator; one that has ended stays as it is. It changes no configuration, so there is no
 * history; the trace tells.
 * @throws Refusal forbidden, notFound
 */
export async function cancelRequest(context: ServiceContext, runtime: Runtime, id: string): Promise<void> {
  requirePermission(context, "phone", "update");
  const stored = canBeText(id) ? await findStoredRequest(context.database.prisma, id) : null;
  if (!stored) throw new Refusal("notFound", { name: id });
  await applyCallEvents(
    runtime,
    {
      cluster: stored.cluster,
      events: [{ id: context.newId(), kind: "requestCancelled", request: id }],
      now: context.now().getTime(),
    },
    savingEffects(context),
  );
}
