"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "@/components/console/navigation-guard";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { ReferenceSelect } from "@/components/console/reference-select";
import { ToolbarButton } from "@/components/console/toolbar";
import { newPath } from "@/lib/client/object-path";
import type { ReferenceKind } from "@/lib/client/reference";

type ChooseCopySourceProps = { kind: ObjectKind["kind"]; words: ObjectWords; suggested: string | null };

/** The first step of *Add New* of what is always copied: the object in the drop-down, then *Copy*. Nothing is stored by it. */
export function ChooseCopySource({ kind, words, suggested }: ChooseCopySourceProps) {
  const navigate = useNavigate();
  const [name, setName] = useState(suggested);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <ReferenceSelect
          kind={kind as ReferenceKind}
          label={words.say("new.source")}
          size="small"
          className="w-80 max-w-full"
          value={name}
          onChange={setName}
        />
        <ToolbarButton
          id="copy"
          icon={<Copy aria-hidden />}
          label={words.translate("common.copy")}
          variant="primary"
          isDisabled={name === null}
          onPress={() => {
            if (name !== null) navigate(newPath(kind, { name, partition: null }));
          }}
        />
      </div>
      <p className="text-muted">{words.say("new.explanation")}</p>
    </div>
  );
}
