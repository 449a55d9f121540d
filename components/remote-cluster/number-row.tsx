"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, memo } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { pastedNumbers } from "@/lib/configuration/pasted-numbers";
import type { Problem } from "@/lib/configuration/problem";
import type { RemoteDirectoryNumber } from "@/lib/configuration/remote-cluster";

type NumberRowProps = {
  /** The ids of its fields begin with it. */
  id: string;
  position: number;
  number: RemoteDirectoryNumber;
  /** The first problem of each field. */
  atPattern: Problem | undefined;
  atName: Problem | undefined;
  isReadOnly: boolean;
  /** The row was just added. */
  autoFocus: boolean;
  onChange: (position: number, number: RemoteDirectoryNumber) => void;
  /** Several rows were pasted into this one. */
  onPaste: (position: number, numbers: readonly RemoteDirectoryNumber[]) => void;
  onRemove: (position: number) => void;
};

const cell = "px-2 py-1 align-top";

/** One number of a remote cluster with the name of who has it. */
export const NumberRow = memo(function NumberRow(props: NumberRowProps) {
  const { id, position, number, atPattern, atName, isReadOnly, autoFocus, onChange, onPaste, onRemove } =
    props;
  const t = useTranslations("remoteCluster.numbers");
  const problemText = useProblemText();
  const { pattern, name } = number;
  function paste(event: ClipboardEvent) {
    const numbers = pastedNumbers(event.clipboardData.getData("text"));
    if (numbers === null || isReadOnly) return;
    event.preventDefault();
    onPaste(position, numbers);
  }
  return (
    <tr className="border-b border-line">
      <td className={cell} onPaste={paste}>
        <TextField
          id={`${id}-pattern`}
          label={t("numberOf", { position: position + 1 })}
          isLabelHidden
          size="small"
          isMonospace
          inputMode="tel"
          autoComplete="off"
          value={pattern}
          onChange={(text) => onChange(position, { ...number, pattern: text })}
          errorMessage={atPattern && problemText(atPattern)}
          isReadOnly={isReadOnly}
          autoFocus={autoFocus}
        />
      </td>
      <td className={cell}>
        <TextField
          id={`${id}-name`}
          label={t("nameOf", { position: position + 1 })}
          isLabelHidden
          size="small"
          autoComplete="off"
          value={name}
          onChange={(text) => onChange(position, { ...number, name: text })}
          errorMessage={atName && problemText(atName)}
          isReadOnly={isReadOnly}
        />
      </td>
      {isReadOnly ? null : (
        <td className={cell}>
          <IconButton
            id={`${id}-remove`}
            label={
              pattern.trim() === ""
                ? t("removeEmpty", { position: position + 1 })
                : t("remove", { number: pattern })
            }
            size="small"
            onPress={() => onRemove(position)}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </td>
      )}
    </tr>
  );
});
