"use client";

import type { ObjectViewProps } from "@/components/console/object/object-description";
import { WhenNear } from "@/components/console/when-near";
import { EffectiveSection } from "@/components/phone/phone-editors";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** The effective configuration, which stands at the end of a long page. */
export function EffectiveWhenNear(props: ObjectViewProps<PhoneContent, PhoneDto>) {
  return (
    <WhenNear>
      <EffectiveSection {...props} />
    </WhenNear>
  );
}
