"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { TwoLists } from "@/components/console/two-lists/two-lists";
import { useOrderedChoice } from "@/components/console/two-lists/use-ordered-choice";
import { useSettled } from "@/components/console/use-settled";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { referencesQuery } from "@/lib/client/reference";
import { type CallingSearchSpaceContent, maximumPartitions } from "@/lib/configuration/calling-search-space";

const settleMilliseconds = 150;

type PartitionsEditorProps = CustomFieldProps<readonly string[], CallingSearchSpaceContent>;

/** *Available Partitions* and *Selected Partitions*, the one that is looked in first at the top. */
export function PartitionsEditor({ value, onChange, problems, isReadOnly }: PartitionsEditorProps) {
  const t = useTranslations("callingSearchSpace.partitions");
  const problemText = useProblemText();
  const [text, setText] = useState("");
  const settledText = useSettled(text.trim(), settleMilliseconds);
  const { data } = useQuery(referencesQuery({ kind: "partition", text: settledText }));
  const offered = data?.items ?? [];
  const editor = useOrderedChoice(
    offered.map(({ name }) => name),
    value,
    onChange,
  );
  const more = (data?.total ?? 0) - offered.length;
  return (
    <div className="flex flex-col gap-3">
      {problems.map((problem) => (
        <Notice key={`${problem.path.join(".")} ${problem.code}`} tone="bad">
          {problemText(problem)}
        </Notice>
      ))}
      {isReadOnly ? null : (
        <TextField
          label={t("search")}
          value={text}
          onChange={setText}
          size="small"
          className="max-w-80"
          autoComplete="off"
        />
      )}
      <TwoLists
        editor={editor}
        unselected={{
          label: t("available"),
          hint: more > 0 ? t("more", { count: more }) : t("availableHint"),
          empty: settledText === "" ? t("nothingAvailable") : t("nothingFound"),
        }}
        selected={{
          label: t("selected"),
          hint: t("selectedHint", { count: value.length, limit: maximumPartitions }),
          empty: t("nothingSelected"),
        }}
        words={{ add: t("add"), remove: t("remove") }}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
