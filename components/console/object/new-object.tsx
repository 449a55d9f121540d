"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AccessNotice } from "@/components/console/object/access-notice";
import { NewObjectForm } from "@/components/console/object/new-object-form";
import type { AnyObject, ObjectKind } from "@/components/console/object/object-description";
import { listLink } from "@/components/console/object/object-links";
import { emptyContent } from "@/components/console/object/object-values";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { objectQuery } from "@/lib/client/configuration";
import { identityOf, identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { isPatternKind } from "@/lib/client/object-kinds";
import { contentOf } from "@/lib/configuration/content-of";

type NewObjectProps = {
  object: ObjectKind;
  mayUpdate: boolean;
  /** The object that the address names to be copied. */
  copyOf: ObjectIdentity | null;
};

type Start = { content: AnyObject; copyOf?: string };

/** *Add New*, or *Copy* of an object; *Save* stores it. */
export function NewObject({ object, mayUpdate: mayChange, copyOf }: NewObjectProps) {
  const { kind, rules, Begin, canCreate = true } = object;
  const mayUpdate = mayChange && canCreate;
  const words = useObjectWords(object);
  const refusalText = useRefusalText();
  const isCopy = mayUpdate && copyOf !== null;
  const origin = useQuery({
    ...objectQuery(kind, copyOf ?? { name: "", partition: null }),
    enabled: isCopy,
  });
  const [begun, setBegun] = useState<Start | null>(null);

  if (isCopy && origin.data) {
    const naming = isPatternKind(kind) ? { pattern: "" } : { name: "" };
    const content = { ...(contentOf(rules.shape, origin.data) as AnyObject), ...naming };
    const name = identityText(identityOf(kind, origin.data));
    return <NewObjectForm key={name} object={object} words={words} initial={content} copyOf={name} />;
  }
  if (mayUpdate && copyOf === null) {
    const start = Begin ? begun : { content: emptyContent(object) };
    if (start) {
      const { content, ...origin } = start;
      return <NewObjectForm object={object} words={words} initial={content} {...origin} />;
    }
  }
  return (
    <Page
      at={kind}
      title={words.title}
      below={[{ label: words.translate("common.addNew") }]}
      relatedLinks={[listLink(object, words)]}
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice object={object} words={words} mayUpdate={mayUpdate} />
        {Begin && mayUpdate && copyOf === null ? (
          <Begin
            begin={(content, source) =>
              setBegun({ content, ...(source === undefined ? {} : { copyOf: source }) })
            }
          />
        ) : null}
        {origin.error && copyOf !== null ? (
          <div role="alert">
            <Notice tone="bad" title={words.say("originUnavailable", { name: identityText(copyOf) })}>
              {refusalText(refusalOf(origin.error))}
            </Notice>
          </div>
        ) : null}
      </div>
    </Page>
  );
}
