"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import { StandardBadge } from "@/components/console/object/standard-badge";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import type { StoredObject } from "@/lib/client/configuration";

type ObjectBadgesProps = {
  object: ObjectKind;
  stored: StoredObject;
  isUnsaved?: boolean;
};

/** The chips beside the heading: standard, those of the kind's own, not saved. */
export function ObjectBadges({ object, stored, isUnsaved = false }: ObjectBadgesProps) {
  const { Badges, isStandard } = object;
  return (
    <>
      {isStandard?.(stored) ? <StandardBadge /> : null}
      {Badges ? <Badges object={stored} /> : null}
      {isUnsaved ? <UnsavedBadge /> : null}
    </>
  );
}
