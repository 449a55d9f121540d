"use client";

import { Copy, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { ChangesPanel } from "@/components/console/changes-panel";
import { DeviceActions } from "@/components/console/device/device-actions";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { useEditBase } from "@/components/console/use-edit-base";
import { AccessNotice } from "@/components/softkey-template/access-notice";
import { CallStateSelect } from "@/components/softkey-template/call-state-select";
import { contentOf } from "@/components/softkey-template/content";
import { LayoutLists } from "@/components/softkey-template/layout-lists";
import { PhonePreview } from "@/components/softkey-template/phone-preview";
import { useTemplateLinks } from "@/components/softkey-template/related-links";
import { SettleStaleSave } from "@/components/softkey-template/settle-stale-save";
import { TemplateBadges } from "@/components/softkey-template/template-badges";
import { useLayoutEditor } from "@/components/softkey-template/use-layout-editor";
import { useSaveTemplate } from "@/components/softkey-template/use-save-template";
import { useWords } from "@/components/softkey-template/use-words";
import { WithTemplate } from "@/components/softkey-template/with-template";
import { callStates } from "@/lib/catalog/call-states";
import { newSoftkeyTemplatePath, softkeyTemplatePath } from "@/lib/client/paths";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import { maximumReasonLength } from "@/lib/configuration/text-rules";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type LayoutProps = { template: SoftkeyTemplateDto; mayUpdate: boolean };

/** *Softkey Layout Configuration*: the softkeys of all call states, stored by one *Save* (SK-06 to SK-09). */
export function SoftkeyLayoutConfiguration({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  const t = useTranslations("softkeyTemplate.layout");
  return (
    <WithTemplate name={name} title={t("title")}>
      {(template) => <LayoutConfiguration template={template} mayUpdate={mayUpdate} />}
    </WithTemplate>
  );
}

function LayoutConfiguration({ template, mayUpdate }: LayoutProps) {
  const t = useTranslations();
  const navigate = useNavigate();
  const words = useWords();
  const links = useTemplateLinks(template.name, "layout");
  const [reason, setReason] = useState("");
  const [state, setState] = useQueryState(
    "callState",
    parseAsStringLiteral(callStates).withDefault(callStates[0]),
  );
  const { base, follow } = useEditBase(template);
  const editor = useLayoutEditor(base.callStates, state);
  const { layout, edits, isUnsaved } = editor;
  follow(isUnsaved);
  useUnsavedChanges(isUnsaved);
  const saving = useSaveTemplate((name) => softkeyTemplatePath(name, "layout"));
  const isReadOnly = template.isStandard || !mayUpdate;
  const before = contentOf(base);
  const current = editor.selected.findIndex(({ key }) => key === editor.cursor.selected);

  async function save(from: SoftkeyTemplateDto, content: SoftkeyTemplateContent, why: string) {
    if ([...why].length > maximumReasonLength) return;
    const result = await saving.save(from, content, why);
    if ("problems" in result) return;
    editor.forgetSaved(layout, result.saved.callStates);
    follow(false, result.saved);
    setReason((typed) => (typed === why ? "" : typed));
  }

  return (
    <Page
      at="softkeyTemplate"
      title={t("softkeyTemplate.layout.title")}
      below={[
        { label: template.name, href: softkeyTemplatePath(template.name) },
        { label: t("softkeyTemplate.layout.title") },
      ]}
      badges={<TemplateBadges template={template} isUnsaved={isUnsaved} />}
      relatedLinks={links}
      actions={
        mayUpdate ? (
          <>
            {template.isStandard ? null : (
              <ToolbarButton
                id="save"
                icon={<Save aria-hidden />}
                label={t("common.save")}
                keys="Ctrl+S"
                variant="primary"
                isPending={saving.isPending}
                onPress={() => void save(base, { ...before, callStates: layout }, reason)}
              />
            )}
            <ToolbarButton
              id="copy"
              icon={<Copy aria-hidden />}
              label={t("common.copy")}
              onPress={() => navigate(newSoftkeyTemplatePath(template.name))}
            />
            <DeviceActions kind="softkeyTemplate" name={template.name} isUnsaved={isUnsaved} />
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice template={template} mayUpdate={mayUpdate} of="layout" />
        <CallStateSelect
          layout={layout}
          edits={edits}
          value={state}
          onChange={(next) => {
            editor.clearSaid();
            void setState(next);
          }}
        />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <LayoutLists key={state} editor={editor} state={state} isReadOnly={isReadOnly} />
          <div className="flex flex-col gap-6 md:max-xl:grid md:max-xl:grid-cols-2">
            <PhonePreview state={state} softkeys={layout[state]} current={current < 0 ? null : current} />
            {isReadOnly ? null : (
              <ChangesPanel
                title={t("softkeyTemplate.changes.title")}
                none={t("softkeyTemplate.changes.none")}
                changes={words.changes(softkeyTemplateChanges(before, { ...before, callStates: layout }))}
                reason={reason}
                onReason={setReason}
              />
            )}
          </div>
        </div>
      </div>
      {saving.stale ? (
        <SettleStaleSave
          stale={saving.stale}
          isPending={saving.isPending}
          onCancel={saving.settle}
          onSave={(content) => saving.stale && void save(saving.stale.current, content, saving.stale.reason)}
        />
      ) : null}
    </Page>
  );
}
