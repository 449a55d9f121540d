"use client";

import { useQuery } from "@tanstack/react-query";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { localesQuery } from "@/lib/client/configuration";
import { references } from "@/lib/configuration/dependencies";
import type { Known } from "@/lib/configuration/known";
import { nameKey } from "@/lib/configuration/text-rules";

const nothingMore = () => ({});

/** True for kinds whose objects can name a locale, which the rules must know to be installed [PR-02]. */
export function namesLocales(kind: string): boolean {
  return references.some(({ from, to }) => from === kind && to === "locale");
}

/** What the rules are told about other objects: the locales, and what the kind itself knows. */
export function useKnown({ kind, useKnown: useMore = nothingMore }: ObjectKind, content: AnyObject): Known {
  const { data } = useQuery({ ...localesQuery(), enabled: namesLocales(kind) });
  const more = useMore(content);
  return {
    // The drop-downs offer only what there is.
    exists: () => true,
    locale: (name) => data?.items.find((locale) => nameKey(locale.name) === nameKey(name)),
    phoneButtonTemplate: () => undefined,
    ...more,
  };
}
