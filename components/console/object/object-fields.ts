import type { ComponentType } from "react";
import type { ReferenceKind } from "@/lib/client/reference";
import type { FieldPath } from "@/lib/configuration/field-path";
import type { Problem } from "@/lib/configuration/problem";

/** What the field of a path holds. */
type ValueAt<Content, Path> = Path extends `${infer Field}.${infer Rest}`
  ? Field extends keyof Content
    ? ValueAt<Content[Field], Rest>
    : never
  : Path extends keyof Content
    ? Content[Path]
    : never;

/** What the editor of a field gets that no other control fits: a controlled component. */
export interface CustomFieldProps<Value, Content> {
  value: Value;
  onChange: (value: Value) => void;
  /** What is wrong with the value; paths are relative to it: `[0, "label"]`. */
  problems: readonly Problem[];
  /** Everything as it is typed now, not yet saved and perhaps not right. */
  content: Content;
  isReadOnly: boolean;
  /**
   * The id of the editor. The links of the error summary go to the element `${id}-0-label`, else `${id}-0`, else to
   * the section around the editor.
   */
  id: string;
}

/**
 * What is special about a field on the page. Its control with its limits, whether it must be filled in, and what it
 * refers to follow from its declaration (`controlled-field.ts`); its words are `<kind>.field.<path>`, and a line of help
 * below it `<kind>.help.<path>` where there is one.
 */
export type SpecialField<Content> = {
  [Path in FieldPath<Content>]: {
    readonly path: Path;
    /** Chosen when the object is made and never changed. */
    readonly isFixed?: boolean;
    /** Takes the whole width of the page. */
    readonly isWide?: boolean;
    /** False: there is no such field for what is typed. */
    readonly isShown?: (content: Content) => boolean;
    /** Of a choice: where its words are; `<kind>.choice` unless given, such as `catalogue.trunkType`. */
    readonly words?: string;
    /** Of a choice: those that are offered for what is typed. */
    readonly choices?: (content: Content) => readonly string[];
    /** Of a reference: conditions of a list that an object must fulfil to be offered: `kind:isExactly:user`. */
    readonly where?: (content: Content) => readonly string[];
    /** A control of the kind's own. */
    readonly Editor?: ComponentType<CustomFieldProps<ValueAt<Content, Path>, Content>>;
  };
}[FieldPath<Content>];

/** A field of the page: its path alone where nothing is special. */
export type FieldDescription<Content> = FieldPath<Content> | SpecialField<Content>;

/** A content that is looked at by field paths only, as all pages do. */
export type AnyObject = Readonly<Record<string, unknown>>;

/** A field of any kind of object with its control, as `controlled-field.ts` makes it of the declaration. */
export type AnyField = {
  readonly path: string;
  /** Marked as to be filled in. Whether it is, the rules say. */
  readonly isRequired?: boolean;
  readonly isFixed?: boolean;
  readonly isWide?: boolean;
  readonly isShown?: (content: AnyObject) => boolean;
} & (
  | {
      readonly control: "text";
      /** Longer ones are told by the rules. */
      readonly maximum?: number;
      /** Numbers to dial are set in monospace. */
      readonly isMonospace: boolean;
    }
  /** A whole number. Empty is null where the rules allow that. */
  | {
      readonly control: "number";
      readonly minimum: number;
      readonly maximum: number;
      readonly isOptional: boolean;
    }
  | {
      readonly control: "choice";
      readonly choices: readonly string[] | ((content: AnyObject) => readonly string[]);
      /** Nothing may be chosen. */
      readonly isOptional: boolean;
      /** Where the words of the choices are; `<kind>.choice` unless given. */
      readonly words?: string;
    }
  | { readonly control: "flag" }
  /** Another object, by its name; `where` are conditions of a list that it must fulfil to be offered. */
  | {
      readonly control: "reference";
      readonly to: ReferenceKind;
      readonly where?: (content: AnyObject) => readonly string[];
    }
  | { readonly control: "custom"; readonly Editor: ComponentType<CustomFieldProps<unknown, AnyObject>> }
);
