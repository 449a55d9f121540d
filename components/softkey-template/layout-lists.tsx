"use client";

import { useTranslations } from "next-intl";
import { TwoLists } from "@/components/console/two-lists/two-lists";
import type { SoftkeyRow } from "@/components/softkey-template/softkey-rows";
import type { LayoutEditor } from "@/components/softkey-template/use-layout-editor";
import { useWords } from "@/components/softkey-template/use-words";
import { type CallState, mandatorySoftkey } from "@/lib/catalog/call-states";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";

type LayoutListsProps = { editor: LayoutEditor; state: CallState; isReadOnly: boolean };

/** *Unselected Softkeys* and *Selected Softkeys* with the arrows between and beside them (SK-08). */
export function LayoutLists({ editor, state, isReadOnly }: LayoutListsProps) {
  const t = useTranslations("softkeyTemplate.layout");
  const words = useWords();
  const mandatory = mandatorySoftkey(state);
  const { unselected, selected } = editor;
  const shown = ({ key, softkey }: SoftkeyRow) => ({
    key,
    text: words.name(softkey),
    shortText: words.label(softkey),
  });
  return (
    <TwoLists
      editor={{
        ...editor,
        unselected: unselected.map(shown),
        selected: selected.map((row) => ({
          ...shown(row),
          mark: row.softkey === mandatory ? t("mandatory") : undefined,
        })),
        add: (key, ...where) => {
          const row = unselected.find((candidate) => candidate.key === key);
          if (row) editor.add(row.softkey, ...where);
        },
      }}
      unselected={{ label: t("unselected"), hint: t("unselectedHint"), empty: t("nothingUnselected") }}
      selected={{
        label: t("selected"),
        hint: t("selectedHint", { count: selected.length, limit: maximumSoftkeysPerState }),
        empty: t("nothingSelected"),
      }}
      words={{ add: t("add"), remove: t("remove") }}
      isReadOnly={isReadOnly}
    />
  );
}
