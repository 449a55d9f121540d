"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { NumberRow } from "@/components/remote-cluster/number-row";
import { useNumberRows } from "@/components/remote-cluster/use-number-rows";
import { Button } from "@/components/ui/button";
import {
  type RemoteClusterContent,
  type RemoteDirectoryNumber,
  remotePhoneName,
} from "@/lib/configuration/remote-cluster";

type NumbersEditorProps = CustomFieldProps<readonly RemoteDirectoryNumber[], RemoteClusterContent>;

/** The numbers of a remote cluster: typed one by one, or pasted from a table. */
export function NumbersEditor({ id, value, onChange, problems, content, isReadOnly }: NumbersEditorProps) {
  const t = useTranslations("remoteCluster");
  const problemText = useProblemText();
  const steps = useNumberRows(id, value, onChange);
  const ofList = problems.find(({ path }) => path.length === 0);
  const rows = value.map((number, position) => {
    const own = problems.filter(({ path }) => path[0] === position);
    const atName = own.find(({ path }) => path[1] === "name");
    return { position, number, atPattern: own.find((problem) => problem !== atName), atName };
  });
  const [first] = value;
  const cluster = content.name.trim();
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {first && cluster !== "" && first.pattern !== "" ? (
        <p className="text-muted">
          {t("numbers.explanation", { example: remotePhoneName(cluster, first.pattern) })}
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className="text-muted">{t("numbers.none")}</p>
      ) : (
        <table aria-label={t("field.directoryNumbers")} className="w-full table-fixed border-collapse">
          <thead>
            <tr className="border-b border-line bg-sunken text-xs text-muted">
              <th scope="col" className="h-7 px-2 text-start font-medium">
                {t("item.directoryNumbers.field.pattern")}
              </th>
              <th scope="col" className="px-2 text-start font-medium">
                {t("item.directoryNumbers.field.name")}
              </th>
              {isReadOnly ? null : <td className="w-12" />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <NumberRow
                {...row}
                key={row.position}
                id={`${id}-${row.position}`}
                isReadOnly={isReadOnly}
                autoFocus={steps.added === row.position}
                onChange={steps.change}
                onPaste={steps.paste}
                onRemove={steps.remove}
              />
            ))}
          </tbody>
        </table>
      )}
      {ofList ? <p className="text-xs text-bad">{problemText(ofList)}</p> : null}
      {isReadOnly ? null : (
        <Button
          id={`${id}-add`}
          size="small"
          icon={<Plus aria-hidden />}
          onPress={steps.add}
          className="self-start"
        >
          {t("numbers.add")}
        </Button>
      )}
      <p role="status" className="sr-only">
        {steps.said}
      </p>
    </div>
  );
}
