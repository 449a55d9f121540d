"use client";

import { CopyButton } from "@/components/console/copy-button";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { macAddressOf } from "@/lib/configuration/mac-address";
import { isPatternKind } from "@/lib/configuration/named-object";

/** Buttons beside the heading that copy the name of the object, its number, and the MAC address of a phone. */
export function CopyIdentity({ kind, identity }: { kind: string; identity: ObjectIdentity }) {
  const address = kind === "phone" ? macAddressOf(identity.name) : null;
  return (
    <>
      <CopyButton what={isPatternKind(kind) ? "number" : "name"} text={identity.name} />
      {address === null ? null : <CopyButton what="macAddress" text={address} isShown />}
    </>
  );
}
