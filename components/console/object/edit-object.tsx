"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useUnsavedChanges } from "@/components/console/navigation-guard";
import { accessTo } from "@/components/console/object/access";
import { AccessNotice } from "@/components/console/object/access-notice";
import { CopyIdentity } from "@/components/console/object/copy-identity";
import { ObjectBadges } from "@/components/console/object/object-badges";
import type { ObjectKind, SaveHooks } from "@/components/console/object/object-description";
import { ObjectFieldSet } from "@/components/console/object/object-field-set";
import type { AnyObject } from "@/components/console/object/object-fields";
import { useObjectLinks } from "@/components/console/object/object-links";
import { ObjectToolbar } from "@/components/console/object/object-toolbar";
import { contentOfValues, contentPatch, type FormValues } from "@/components/console/object/object-values";
import { useAddObject } from "@/components/console/object/use-add-object";
import { useObjectForm } from "@/components/console/object/use-object-form";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { useSaveStored } from "@/components/console/object/use-save-stored";
import type { Visit } from "@/components/console/object/with-stored";
import { ObjectFacts } from "@/components/console/object-facts";
import { Page } from "@/components/console/page";
import { useEditBase } from "@/components/console/use-edit-base";
import type { StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";
import { contentOf } from "@/lib/configuration/content-of";

// Dialogs that most visits never open are loaded when they do.
const DeleteStored = dynamic(() =>
  import("@/components/console/object/delete-stored").then((module) => module.DeleteStored),
);
const GoneDialog = dynamic(() =>
  import("@/components/console/object/gone-dialog").then((module) => module.GoneDialog),
);
const SettleStaleObject = dynamic(() =>
  import("@/components/console/object/settle-stale-object").then((module) => module.SettleStaleObject),
);

const SavesOfOthers = dynamic(
  () => import("@/components/console/object/saves-of-others").then((module) => module.SavesOfOthers),
  // What somebody is typing into stays shown until it is there.
  { loading: () => null },
);

type EditObjectProps = { object: ObjectKind; stored: StoredObject; visit: Visit; mayUpdate: boolean };

const noHooks = (): SaveHooks<AnyObject, StoredObject> => ({});

/** The page of an object that is stored: its fields, *Save*, *Delete*, *Copy*, *Add New*. */
export function EditObject({ object, stored, visit, mayUpdate }: EditObjectProps) {
  const { kind, rules, useSaveHooks = noHooks } = object;
  const router = useRouter();
  const words = useObjectWords(object);
  const links = useObjectLinks(object, words, stored, "configuration");
  const hooks = useSaveHooks();
  const [isDeleting, setDeleting] = useState(false);
  const { base, follow, startFrom } = useEditBase(stored);
  const before = contentOf(rules.shape, base) as AnyObject;
  const form = useObjectForm(object, before, words);
  const isUnsaved = Object.keys(contentPatch(before, form.draft)).length > 0;
  follow(isUnsaved);
  const { restart } = form;
  const shown = useRef(base);
  useEffect(() => {
    // What a save has stored is shown already, together with what was typed since.
    if (shown.current === base) return;
    shown.current = base;
    restart(contentOf(rules.shape, base) as AnyObject);
  }, [restart, base, rules]);
  useUnsavedChanges(isUnsaved);
  const saving = useSaveStored(object);
  const adding = useAddObject(object, words, hooks);
  const isSaving = saving.isPending || adding.isPending;

  async function save(from: StoredObject, content: AnyObject, sent: FormValues, reason?: string) {
    const old = contentOf(rules.shape, from) as AnyObject;
    const isChange = Object.keys(contentPatch(old, content)).length > 0;
    if (isChange && (await hooks.beforeSave?.(old, content)) === false) return;
    const result = await saving.save(from, content, reason);
    if ("problems" in result) return form.showProblems(result.problems);
    const { saved } = result;
    shown.current = saved;
    follow(false, saved);
    form.restart(contentOf(rules.shape, saved) as AnyObject, sent);
    if (isChange) await hooks.afterSave?.(saved, from);
    result.tellNext?.();
    const path = pathOf(kind, identityOf(kind, saved));
    if (path !== pathOf(kind, identityOf(kind, stored))) router.replace(path);
  }
  const submit = () =>
    void form.submit((values) => save(base, contentOfValues(object, before, values), values));

  const access = accessTo(object, stored, mayUpdate);
  const identity = identityOf(kind, stored);
  return (
    <Page
      at={kind}
      title={words.title}
      below={[{ label: identityText(identity) }]}
      badges={
        <>
          <CopyIdentity kind={kind} identity={identity} />
          <ObjectBadges object={object} stored={stored} isUnsaved={isUnsaved} />
        </>
      }
      relatedLinks={links}
      actions={
        mayUpdate ? (
          <ObjectToolbar
            object={object}
            stored={stored}
            draft={form.draft}
            isUnsaved={isUnsaved}
            access={access}
            isSaving={isSaving}
            onSave={submit}
            onDelete={() => setDeleting(true)}
          />
        ) : undefined
      }
    >
      <div className="flex flex-col gap-6 p-4">
        <AccessNotice
          object={object}
          words={words}
          mayUpdate={mayUpdate}
          standard={access.isStandard ? identity.name : null}
        />
        <ObjectFieldSet
          object={object}
          stored={stored}
          form={form}
          words={words}
          isUnsaved={isUnsaved}
          isReadOnly={!access.canSave}
          isFieldFixed={access.isFieldFixed}
          onSubmit={submit}
        />
        <ObjectFacts
          object={stored}
          copyOf={typeof stored.copyOf === "string" ? stored.copyOf : null}
          dependenciesPath={pathOf(kind, identity, "dependency-records")}
          historyPath={pathOf(kind, identity, "history")}
        />
      </div>
      {isDeleting ? (
        <DeleteStored object={object} words={words} stored={stored} onClose={() => setDeleting(false)} />
      ) : null}
      {saving.stale ? (
        <SettleStaleObject
          object={object}
          words={words}
          stale={saving.stale}
          isPending={saving.isPending}
          onCancel={saving.settle}
          onSave={(content) => {
            if (!saving.stale) return;
            const { current, reason } = saving.stale;
            void save(current, content, structuredClone(form.form.getValues()), reason);
          }}
        />
      ) : null}
      {visit.isAttended ? (
        <SavesOfOthers
          {...{ kind, words, stored, base, isUnsaved, isSaving }}
          isReading={visit.isReading}
          isCompared={saving.stale !== null}
          historyPath={pathOf(kind, identity, "history")}
          onCompare={() => saving.compare(before, stored, form.draft)}
          onReload={() => startFrom(stored)}
        />
      ) : null}
      {saving.gone ? (
        <GoneDialog
          object={object}
          words={words}
          name={identityText(identity)}
          isPending={adding.isPending}
          onAdd={access.canCreate ? () => saving.gone && void addAgain(saving.gone) : undefined}
          onClose={saving.leaveGone}
        />
      ) : null}
      {hooks.dialogs}
    </Page>
  );

  async function addAgain(content: AnyObject) {
    // What it was a copy of may be gone as well.
    const result = await adding.add(content, object.beginsWithCopy?.suggested ?? undefined);
    saving.leaveGone();
    if ("problems" in result) return form.showProblems(result.problems);
    // Under the same name it is shown here, where the versions count from the start again.
    shown.current = result.saved;
    startFrom(result.saved);
    form.restart(contentOf(rules.shape, result.saved) as AnyObject);
  }
}
