import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Input } from "@/lib/server/services/configuration/definition";

/** Objects of one kind, made in their order. */
export interface DemoObjects {
  readonly kind: ConfigurationKind;
  readonly objects: readonly Input[];
}
