import type { StoredKind } from "@/lib/server/db/configuration/tables";
import type { Input } from "@/lib/server/services/configuration/definition";

/** Objects of one kind, made in their order. */
export interface DemoObjects {
  readonly kind: StoredKind;
  readonly objects: readonly Input[];
}
