"use client";

import type { SubmitEvent } from "react";
import { ErrorSummary } from "@/components/console/error-summary";
import { fieldsOf } from "@/components/console/object/described-fields";
import type { ObjectKind } from "@/components/console/object/object-description";
import { ObjectField } from "@/components/console/object/object-field";
import type { AnyField } from "@/components/console/object/object-fields";
import type { ObjectForm } from "@/components/console/object/use-object-form";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { cx } from "@/components/ui/cx";
import type { StoredObject } from "@/lib/client/configuration";

type ObjectFieldSetProps = {
  object: ObjectKind;
  /** What is stored, or null before it is added. */
  stored: StoredObject | null;
  form: ObjectForm;
  words: ObjectWords;
  isUnsaved: boolean;
  isReadOnly: boolean;
  /** The field cannot be changed, though the others can. */
  isFieldFixed: (field: AnyField) => boolean;
  onSubmit: () => void;
};

/** Plain fields are read best when they are not too wide; sections that hold more may have the page. */
function takesPage({ fields, Section, isWide }: ObjectKind["groups"][number]): boolean {
  return isWide ?? (Section !== undefined || fields.some(({ control }) => control === "custom"));
}

/** All fields of an object, section by section, and what stands in the sections beside them. */
export function ObjectFieldSet(props: ObjectFieldSetProps) {
  const { object, stored, form, words, isUnsaved, isReadOnly, isFieldFixed, onSubmit } = props;
  const [first] = fieldsOf(object);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <ErrorSummary problems={form.summary()} />
      {object.groups.map((group) => {
        const { id, Section } = group;
        const fields = group.fields.filter(({ isShown }) => isShown?.(form.draft) ?? true);
        return (
          <section
            key={id}
            aria-labelledby={`group-${id}`}
            className={cx("flex flex-col gap-3", takesPage(group) ? "max-w-6xl" : "max-w-3xl")}
          >
            <h2 id={`group-${id}`} className="border-b border-line pb-1 text-base font-semibold">
              {words.say(`group.${id}`)}
            </h2>
            {fields.length === 0 ? null : (
              <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
                {fields.map((field) => (
                  <ObjectField
                    key={field.path}
                    object={object}
                    field={field}
                    form={form}
                    words={words}
                    isReadOnly={isReadOnly || isFieldFixed(field)}
                    isFirst={stored === null && field === first}
                  />
                ))}
              </div>
            )}
            {Section ? <Section object={stored} draft={form.draft} isUnsaved={isUnsaved} /> : null}
          </section>
        );
      })}
      {/* Lets Enter in a field save, as the Save button of the toolbar does. */}
      <button type="submit" hidden />
    </form>
  );
}
