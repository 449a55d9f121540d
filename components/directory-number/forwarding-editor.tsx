"use client";

import { useTranslations } from "next-intl";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type {
  DirectoryNumberContent,
  ForwardSettings,
  ForwardTarget,
} from "@/lib/configuration/directory-number";

const situations = [
  "all",
  "busy",
  "noAnswer",
  "unregistered",
] as const satisfies readonly (keyof ForwardSettings)[];

/** Call forwarding, a row a situation: to voice mail, which wins, or to a destination. */
export function ForwardingEditor({
  value,
  onChange,
  problems,
  isReadOnly,
  id,
}: CustomFieldProps<ForwardSettings, DirectoryNumberContent>) {
  const t = useTranslations("directoryNumber.forwarding");
  const problemText = useProblemText();
  const change = (situation: keyof ForwardSettings, target: Partial<ForwardTarget>) =>
    onChange({ ...value, [situation]: { ...value[situation], ...target } });
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-muted">{t("explanation")}</p>
      <table className="w-full max-w-3xl border-collapse">
        <thead>
          <tr className="border-b border-line text-start text-xs text-muted">
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              {t("situation")}
            </th>
            <th scope="col" className="w-28 py-1 pe-4 text-start font-medium">
              {t("voiceMail")}
            </th>
            <th scope="col" className="py-1 text-start font-medium">
              {t("destination")}
            </th>
          </tr>
        </thead>
        <tbody>
          {situations.map((situation) => {
            const { voiceMail, destination } = value[situation];
            const problem = problems.find(({ path }) => path[0] === situation);
            const name = t(`name.${situation}`);
            return (
              <tr key={situation} className="border-b border-line align-top">
                <th scope="row" className="py-2 pe-4 text-start font-medium">
                  {name}
                </th>
                <td className="py-1.5 pe-4">
                  <Checkbox
                    aria-label={t("voiceMailOf", { name })}
                    isSelected={voiceMail}
                    onChange={(isSelected) => change(situation, { voiceMail: isSelected })}
                    isReadOnly={isReadOnly}
                  />
                </td>
                <td className="py-1.5">
                  <TextField
                    id={`${id}-${situation}-destination`}
                    label={t("destinationOf", { name })}
                    isLabelHidden
                    isMonospace
                    size="small"
                    value={destination ?? ""}
                    onChange={(text) => change(situation, { destination: text })}
                    isReadOnly={isReadOnly}
                    errorMessage={problem && problemText(problem)}
                    autoComplete="off"
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
