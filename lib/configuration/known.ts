import type { LocaleKind } from "@/lib/catalog/locales";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { LineLimits } from "@/lib/configuration/line-limits";

/**
 * What a rule may ask about the rest of the configuration. Names are compared as everywhere, ignoring letter case;
 * whoever calls a rule loads the few names beforehand, so that rules never wait for a database.
 */
export interface Known {
  readonly exists: (kind: ConfigurationKind, name: string) => boolean;
  readonly locale: (name: string) => { readonly kind: LocaleKind; readonly isInstalled: boolean } | undefined;
  /** For which phones a button template is. */
  readonly phoneButtonTemplate: (
    name: string,
  ) => { readonly model: string; readonly protocol: string } | undefined;
}

/** What other objects give to a content that leaves it open, loaded beforehand as well. */
export interface KnownDefaults {
  /** How many calls a line with the directory number takes unless it says otherwise. */
  readonly limitsOfNumber: (pattern: string, partition: string | null) => LineLimits | undefined;
}
