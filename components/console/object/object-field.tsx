"use client";

import { ObjectChoiceField } from "@/components/console/object/choice-field";
import { ObjectCustomField } from "@/components/console/object/custom-field";
import { ObjectFlagField } from "@/components/console/object/flag-field";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyField } from "@/components/console/object/object-fields";
import { ObjectReferenceField } from "@/components/console/object/reference-field";
import { ObjectTextField } from "@/components/console/object/text-field";
import { fieldId, type ObjectForm } from "@/components/console/object/use-object-form";
import type { ObjectWords } from "@/components/console/object/use-object-words";

type ObjectFieldProps = {
  object: ObjectKind;
  field: AnyField;
  form: ObjectForm;
  words: ObjectWords;
  isReadOnly: boolean;
  isFirst: boolean;
};

/** The control of one field, as the kind describes it. */
export function ObjectField({ object, field, form, words, isReadOnly, isFirst }: ObjectFieldProps) {
  const help = words.own(`help.${field.path}`);
  const shared = {
    id: fieldId(object.kind, field.path),
    // Editors of one's own have labels of their own.
    label: field.control === "custom" ? "" : words.field(field.path),
    ...(help === undefined ? {} : { description: help }),
    isRequired: field.isRequired === true && !isReadOnly,
    isReadOnly,
    ...(field.isWide ? { className: "md:col-span-2" } : {}),
  };
  const props = { form, words, shared, isFirst };
  switch (field.control) {
    case "text":
    case "number":
      return <ObjectTextField {...props} field={field} />;
    case "choice":
      return <ObjectChoiceField {...props} field={field} />;
    case "reference":
      return <ObjectReferenceField {...props} field={field} />;
    case "flag":
      return <ObjectFlagField {...props} field={field} />;
    case "custom":
      return <ObjectCustomField {...props} field={field} />;
  }
}
