"use client";

import { Copy } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { ChangesPanel } from "@/components/console/changes-panel";
import { DeviceActions } from "@/components/console/device/device-actions";
import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { accessTo } from "@/components/console/object/access";
import { AccessNotice } from "@/components/console/object/access-notice";
import { ObjectBadges } from "@/components/console/object/object-badges";
import { SaveButton } from "@/components/console/object/object-buttons";
import type { AnyObject } from "@/components/console/object/object-fields";
import { useObjectLinks } from "@/components/console/object/object-links";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { useSaveStored } from "@/components/console/object/use-save-stored";
import { type Visit, WithStored } from "@/components/console/object/with-stored";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { useEditBase } from "@/components/console/use-edit-base";
import { CallStateSelect } from "@/components/softkey-template/call-state-select";
import { LayoutLists } from "@/components/softkey-template/layout-lists";
import { PhonePreview } from "@/components/softkey-template/phone-preview";
import { softkeyTemplate } from "@/components/softkey-template/softkey-template";
import { useLayoutEditor } from "@/components/softkey-template/use-layout-editor";
import { callStates } from "@/lib/catalog/call-states";
import type { StoredObject } from "@/lib/client/configuration";
import { identityOf } from "@/lib/client/object-identity";
import { newPath, pathOf } from "@/lib/client/object-path";
import { contentOf } from "@/lib/configuration/content-of";
import { maximumReasonLength } from "@/lib/configuration/lengths";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";

// Most visits never open it.
const SettleStaleObject = dynamic(() =>
  import("@/components/console/object/settle-stale-object").then((module) => module.SettleStaleObject),
);

const SavesOfOthers = dynamic(
  () => import("@/components/console/object/saves-of-others").then((module) => module.SavesOfOthers),
  // What somebody is typing into stays shown until it is there.
  { loading: () => null },
);

const { kind, rules } = softkeyTemplate;
const layoutOf = (stored: AnyObject) => stored.callStates as SoftkeyLayout;

/** *Softkey Layout Configuration*: the softkeys of all call states, stored by one *Save* (SK-06 to SK-09). */
export function SoftkeyLayoutConfiguration({ name, mayUpdate }: { name: string; mayUpdate: boolean }) {
  return (
    <WithStored object={softkeyTemplate} identity={{ name, partition: null }}>
      {(stored, visit) => <LayoutConfiguration stored={stored} visit={visit} mayUpdate={mayUpdate} />}
    </WithStored>
  );
}

type LayoutConfigurationProps = { stored: StoredObject; visit: Visit; mayUpdate: boolean };

function LayoutConfiguration({ stored, visit, mayUpdate }: LayoutConfigurationProps) {
  const t = useTranslations("softkeyTemplate");
  const navigate = useNavigate();
  const words = useObjectWords(softkeyTemplate);
  const links = useObjectLinks(softkeyTemplate, words, stored, "layout");
  const identity = identityOf(kind, stored);
  const [reason, setReason] = useState("");
  const [state, setState] = useQueryState(
    "callState",
    parseAsStringLiteral(callStates).withDefault(callStates[0]),
  );
  const { base, follow, startFrom } = useEditBase(stored);
  const editor = useLayoutEditor(layoutOf(base), state);
  const { layout, edits, isUnsaved } = editor;
  follow(isUnsaved);
  useUnsavedChanges(isUnsaved);
  const saving = useSaveStored(softkeyTemplate, "layout");
  const { isStandard, canCopy } = accessTo(softkeyTemplate, stored, mayUpdate);
  const isReadOnly = isStandard || !mayUpdate;
  const before = contentOf(rules.shape, base) as AnyObject;
  const after = { ...before, callStates: layout };
  const current = editor.selected.findIndex(({ key }) => key === editor.cursor.selected);

  async function save(from: StoredObject, content: AnyObject, why: string) {
    if ([...why].length > maximumReasonLength) return;
    const result = await saving.save(from, content, why);
    if ("problems" in result) return;
    editor.forgetSaved(layout, layoutOf(result.saved));
    follow(false, result.saved);
    result.tellNext?.();
    setReason((typed) => (typed === why ? "" : typed));
  }

  return (
    <Page
      at={kind}
      title={t("layout.title")}
      below={[{ label: identity.name, href: pathOf(kind, identity) }, { label: t("layout.title") }]}
      badges={<ObjectBadges object={softkeyTemplate} stored={stored} isUnsaved={isUnsaved} />}
      relatedLinks={links}
      actions={
        mayUpdate ? (
          <>
            {isStandard ? null : (
              <SaveButton isPending={saving.isPending} onPress={() => void save(base, after, reason)} />
            )}
            {canCopy ? (
              <ToolbarButton
                id="copy"
                icon={<Copy aria-hidden />}
                label={words.translate("common.copy")}
                onPress={() => navigate(newPath(kind, identity))}
              />
            ) : null}
            <DeviceActions kind="softkeyTemplate" name={identity.name} isUnsaved={isUnsaved} />
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4 p-4">
        <AccessNotice
          object={softkeyTemplate}
          words={words}
          mayUpdate={mayUpdate}
          standard={isStandard ? identity.name : null}
          isReadOnly
        />
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
                title={t("changes.title")}
                none={t("changes.none")}
                changes={words.changes(rules.changesBetween(before, after))}
                reason={reason}
                onReason={setReason}
              />
            )}
          </div>
        </div>
      </div>
      {saving.stale ? (
        <SettleStaleObject
          object={softkeyTemplate}
          words={words}
          stale={saving.stale}
          isPending={saving.isPending}
          onCancel={saving.settle}
          onSave={(content) => saving.stale && void save(saving.stale.current, content, saving.stale.reason)}
        />
      ) : null}
      {visit.isAttended ? (
        <SavesOfOthers
          {...{ kind, words, stored, base, isUnsaved }}
          isSaving={saving.isPending}
          isReading={visit.isReading}
          isCompared={saving.stale !== null}
          historyPath={pathOf(kind, identity, "history")}
          onCompare={() => saving.compare(before, stored, after, reason)}
          onReload={() => {
            startFrom(stored);
            editor.forgetAll();
          }}
        />
      ) : null}
    </Page>
  );
}
