import type { AnyField } from "@/components/console/object/object-fields";
import type { ObjectForm } from "@/components/console/object/use-object-form";
import type { ObjectWords } from "@/components/console/object/use-object-words";

/** What the control of a field is given. */
export interface FieldControlProps<Field extends AnyField> {
  field: Field;
  form: ObjectForm;
  words: ObjectWords;
  shared: {
    id: string;
    label: string;
    description?: string;
    isRequired: boolean;
    isReadOnly: boolean;
    className?: string;
  };
  /** The field that has the focus when the page opens. */
  isFirst: boolean;
}
