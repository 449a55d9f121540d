import type { StartTimeInput } from "@/lib/contract/start-time";

/** Why an action is done, and when: without a time at once. */
export interface ActionTerms {
  readonly reason?: string | undefined;
  readonly at?: StartTimeInput | undefined;
}
