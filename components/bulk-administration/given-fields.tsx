"use client";

import { givenFields } from "@/components/console/object/update-fields";
import { useKindWords } from "@/components/console/object/use-kind-words";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type GivenFieldsProps = { kind: ConfigurationKind; fields: Readonly<Record<string, unknown>> };

/** What many objects are given: a field and its new value a line. */
export function GivenFields({ kind, fields }: GivenFieldsProps) {
  const words = useKindWords(kind);
  return (
    <ul className="flex flex-col gap-0.5 wrap-anywhere">
      {givenFields(fields).map(({ path, value }) => (
        <li key={path}>
          {words.field(path)} <span aria-hidden>→</span>{" "}
          <strong className="font-medium">{words.value(path, value)}</strong>
        </li>
      ))}
    </ul>
  );
}
