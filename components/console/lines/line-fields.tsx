"use client";

import { useTranslations } from "next-intl";
import { DirectoryNumberField } from "@/components/console/lines/directory-number-field";
import { LimitField } from "@/components/console/lines/limit-field";
import { type LineOwner, NumberNote } from "@/components/console/lines/number-note";
import type { ExistingNumber } from "@/components/console/lines/use-number-facts";
import { ReferenceSelect } from "@/components/console/reference-select";
import { useProblemText } from "@/components/console/refusal-text";
import { TextField } from "@/components/ui/text-field";
import { initialLineLimits } from "@/lib/configuration/line-limits";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

const limits = ["maxCalls", "busyTrigger"] as const;

type LineFieldsProps = {
  /** Of the line; the ids of its fields begin with it. */
  id: string;
  line: PhoneLine;
  /** What is known of its number; see `useNumberFacts`. */
  facts: ExistingNumber | "new" | null;
  owner: LineOwner;
  /** What is wrong with this line; paths are relative to it. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  /** The line was just added. */
  autoFocus: boolean;
  onChange: (line: PhoneLine) => void;
};

/** The fields of one line. */
export function LineFields({
  id,
  line,
  facts,
  owner,
  problems,
  isReadOnly,
  autoFocus,
  onChange,
}: LineFieldsProps) {
  const t = useTranslations("lines");
  const problemText = useProblemText();
  function errorOf(field: keyof PhoneLine): string | undefined {
    const problem = problems.find(({ path }) => path[0] === field);
    return problem && problemText(problem);
  }
  const { directoryNumber, partition, label, displayName } = line;
  const initial = facts === "new" ? initialLineLimits : facts;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <DirectoryNumberField
          id={`${id}-directoryNumber`}
          label={t("directoryNumber")}
          value={directoryNumber}
          partition={partition}
          onChange={(number) => onChange({ ...line, directoryNumber: number })}
          onChoose={(number) => onChange({ ...line, ...number })}
          errorMessage={errorOf("directoryNumber")}
          isReadOnly={isReadOnly}
          isRequired={!isReadOnly}
          autoFocus={autoFocus}
        />
        <ReferenceSelect
          id={`${id}-partition`}
          kind="partition"
          label={t("partition")}
          value={partition}
          onChange={(name) => onChange({ ...line, partition: name })}
          none={t("noPartition")}
          errorMessage={errorOf("partition")}
          isDisabled={isReadOnly}
        />
        <TextField
          id={`${id}-label`}
          label={t("label")}
          value={label}
          onChange={(text) => onChange({ ...line, label: text })}
          errorMessage={errorOf("label")}
          isReadOnly={isReadOnly}
        />
        <TextField
          id={`${id}-displayName`}
          label={t("displayName")}
          value={displayName}
          onChange={(text) => onChange({ ...line, displayName: text })}
          errorMessage={errorOf("displayName")}
          isReadOnly={isReadOnly}
        />
        {limits.map((limit) => (
          <LimitField
            key={limit}
            id={`${id}-${limit}`}
            label={t(limit)}
            value={line[limit]}
            initial={initial?.[limit]}
            onChange={(value) => onChange({ ...line, [limit]: value })}
            errorMessage={errorOf(limit)}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
      <NumberNote number={line} facts={facts} owner={owner} />
    </>
  );
}
