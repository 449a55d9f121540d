import type { Judged } from "@/lib/callback/state/events";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";

/** Everything of a cluster that a change of its configuration may concern. */
export function everything({ tables }: MemoryWorld, hasNewGuard: boolean): Judged {
  const watches = [...tables.watches.keys()];
  return {
    calls: [...tables.calls.keys()],
    requests: [...tables.requests.keys()],
    served: [...tables.served.keys()],
    watches,
    guards: hasNewGuard ? watches : [],
  };
}
