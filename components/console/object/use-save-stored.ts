"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { contentPatch } from "@/components/console/object/object-values";
import { useSaveObject } from "@/components/console/use-save-object";
import { useTranslate } from "@/components/console/use-translate";
import { changesOf, refreshObjects, rememberObject, type StoredObject } from "@/lib/client/configuration";
import { isActionKind } from "@/lib/client/device";
import { identityOf } from "@/lib/client/object-identity";
import { type ObjectSubpage, pathOf } from "@/lib/client/object-path";
import { contentOf } from "@/lib/configuration/content-of";

/**
 * Saves a stored object of the kind; see `useSaveObject`.
 * @param page the page that tells the outcome, where it is not that of the object itself
 */
export function useSaveStored({ kind, rules }: ObjectKind, page?: ObjectSubpage) {
  const client = useQueryClient();
  const translate = useTranslate();
  return useSaveObject<StoredObject, AnyObject, AnyObject>({
    contentOf: (stored) => contentOf(rules.shape, stored),
    patchOf: contentPatch,
    update: (base, body) => changesOf(kind).update(identityOf(kind, base), body),
    onSaved: (saved, isRenamed) => {
      rememberObject(client, kind, saved);
      // A renamed object is not there any more under the name that this page still shows.
      void refreshObjects(client, { refetch: !isRenamed });
    },
    pathOf: (stored) => pathOf(kind, identityOf(kind, stored), page),
    nextStep: async (saved) => {
      if (!isActionKind(kind)) return null;
      const { nextStepOf } = await import("@/components/console/device/next-step");
      return nextStepOf(client, translate, kind, saved);
    },
  });
}
