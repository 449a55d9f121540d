"use client";

import { Controller } from "react-hook-form";
import type { FieldControlProps } from "@/components/console/object/field-control";
import type { AnyField } from "@/components/console/object/object-fields";
import { isAt } from "@/components/console/object/object-values";

type Custom = Extract<AnyField, { control: "custom" }>;

/** An editor of the kind's own; it is told what is wrong once it was used or saving was tried. */
export function ObjectCustomField({ field, form, shared }: FieldControlProps<Custom>) {
  const { Editor } = field;
  const { id, isReadOnly } = shared;
  const depth = field.path.split(".").length;
  const problems = form.problems
    .filter((problem) => isAt(field.path, problem.path))
    .map((problem) => ({ ...problem, path: problem.path.slice(depth) }));
  return (
    <Controller
      control={form.form.control}
      name={field.path}
      render={({ field: { value, onChange }, fieldState: { isDirty } }) => (
        // The section takes the focus when the error summary leads to something without a control.
        <div id={id} tabIndex={-1} className="min-w-0 outline-none md:col-span-2">
          <Editor
            id={id}
            value={value}
            onChange={onChange}
            problems={isDirty || form.isSummaryShown ? problems : []}
            content={form.draft}
            isReadOnly={isReadOnly}
          />
        </div>
      )}
    />
  );
}
