"use client";

import { useNavigate, useUnsavedChanges } from "@/components/console/navigation-guard";
import { SaveButton } from "@/components/console/object/object-buttons";
import type { ObjectKind, SaveHooks } from "@/components/console/object/object-description";
import { ObjectFieldSet } from "@/components/console/object/object-field-set";
import type { AnyObject } from "@/components/console/object/object-fields";
import { listLink } from "@/components/console/object/object-links";
import { contentOfValues, valuesOf } from "@/components/console/object/object-values";
import { useAddObject } from "@/components/console/object/use-add-object";
import { useObjectForm } from "@/components/console/object/use-object-form";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { Button } from "@/components/ui/button";
import type { StoredObject } from "@/lib/client/configuration";
import { newPath } from "@/lib/client/object-path";
import { sameContent } from "@/lib/configuration/content-patch";

type NewObjectFormProps = {
  object: ObjectKind;
  words: ObjectWords;
  initial: AnyObject;
  /** The object that the fields were copied from. */
  copyOf?: string;
};

const noHooks = (): SaveHooks<AnyObject, StoredObject> => ({});

/** The form of an object that is not stored yet. */
export function NewObjectForm({ object, words, initial, copyOf }: NewObjectFormProps) {
  const { kind, remembersOrigin = false, useSaveHooks = noHooks } = object;
  const hooks = useSaveHooks();
  const form = useObjectForm(object, initial, words);
  const adding = useAddObject(object, words, hooks);
  const start = contentOfValues(object, initial, valuesOf(object, initial));
  const isUnsaved = !sameContent(start, form.draft);
  useUnsavedChanges(isUnsaved && !adding.isAdded);
  const navigate = useNavigate();
  const chooseAnother = copyOf === undefined ? undefined : words.own("new.chooseAnother");
  const submit = () =>
    void form.submit(async (values) => {
      const content = contentOfValues(object, initial, values);
      const result = await adding.add(content, remembersOrigin ? copyOf : undefined);
      if ("problems" in result) form.showProblems(result.problems);
    });
  return (
    <Page
      at={kind}
      title={words.title}
      below={[{ label: words.translate("common.addNew") }]}
      relatedLinks={[listLink(object, words)]}
      actions={<SaveButton isPending={adding.isPending || adding.isAdded} onPress={submit} />}
    >
      <div className="flex flex-col gap-4 p-4">
        {copyOf === undefined ? null : (
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{words.say("copyOf", { name: copyOf })}</span>
            {chooseAnother === undefined ? null : (
              <Button size="small" onPress={() => navigate(newPath(kind))}>
                {chooseAnother}
              </Button>
            )}
          </p>
        )}
        <ObjectFieldSet
          object={object}
          stored={null}
          form={form}
          words={words}
          isUnsaved={isUnsaved}
          isReadOnly={false}
          isFieldFixed={() => false}
          onSubmit={submit}
        />
      </div>
      {hooks.dialogs}
    </Page>
  );
}
