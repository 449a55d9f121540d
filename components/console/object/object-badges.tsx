"use client";

import { Lock } from "lucide-react";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import { Badge } from "@/components/ui/badge";
import type { StoredObject } from "@/lib/client/configuration";

type ObjectBadgesProps = {
  object: ObjectKind;
  words: ObjectWords;
  stored: StoredObject;
  isUnsaved?: boolean;
};

/** The chips beside the heading: standard, those of the kind's own, not saved. */
export function ObjectBadges({ object, words, stored, isUnsaved = false }: ObjectBadgesProps) {
  const { Badges, isStandard } = object;
  return (
    <>
      {isStandard?.(stored) ? <Badge icon={<Lock aria-hidden />}>{words.say("standard.badge")}</Badge> : null}
      {Badges ? <Badges object={stored} /> : null}
      {isUnsaved ? <UnsavedBadge /> : null}
    </>
  );
}
