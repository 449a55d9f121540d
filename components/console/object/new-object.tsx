"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { AccessNotice } from "@/components/console/object/access-notice";
import { NewObjectForm } from "@/components/console/object/new-object-form";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { listLink } from "@/components/console/object/object-links";
import { emptyContent } from "@/components/console/object/object-values";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { objectQuery } from "@/lib/client/configuration";
import { identityOf, identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { contentOf } from "@/lib/configuration/content-of";
import { initialContent } from "@/lib/configuration/content-patch";

// Most kinds need none.
const ChooseCopySource = dynamic(() =>
  import("@/components/console/object/choose-copy-source").then((module) => module.ChooseCopySource),
);

type NewObjectProps = {
  object: ObjectKind;
  mayUpdate: boolean;
  /** The object that the address names to be copied. */
  copyOf: ObjectIdentity | null;
};

type Start = { content: AnyObject; copyOf?: string };

/** *Add New*, or *Copy* of an object; *Save* stores it. */
export function NewObject({ object, mayUpdate: mayChange, copyOf }: NewObjectProps) {
  const { kind, rules, Begin, beginsWithCopy, canCreate = true } = object;
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
    // What is the object's own is not copied, but a copy may well be in the same partition.
    const own = rules.distinctive.filter((field) => field !== "partition");
    const start = initialContent(rules.shape);
    const content = {
      ...(contentOf(rules.shape, origin.data) as AnyObject),
      ...Object.fromEntries(own.map((field) => [field, start[field] ?? ""])),
    };
    const name = identityText(identityOf(kind, origin.data));
    return <NewObjectForm key={name} object={object} words={words} initial={content} copyOf={name} />;
  }
  if (mayUpdate && copyOf === null) {
    const start = Begin || beginsWithCopy ? begun : { content: emptyContent(object) };
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
        {beginsWithCopy && mayUpdate && copyOf === null ? (
          <ChooseCopySource kind={kind} words={words} suggested={beginsWithCopy.suggested} />
        ) : null}
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
