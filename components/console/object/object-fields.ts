import type { ComponentType } from "react";
import type { ReferenceKind } from "@/lib/client/reference";
import type { Problem } from "@/lib/configuration/problem";

/** Names a field of a content: `name`, `dnd.status`, a list by its own name. */
export type FieldPath<Content> = {
  [Field in keyof Content & string]: Content[Field] extends readonly unknown[]
    ? Field
    : Content[Field] extends object
      ? Field | `${Field}.${FieldPath<Content[Field]>}`
      : Field;
}[keyof Content & string];

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

/** A text; longer ones than `maximum` are told by the rules. */
interface TextControl {
  readonly control: "text";
  readonly maximum?: number;
  /** Device names and numbers are set in monospace. */
  readonly isMonospace?: boolean;
}

/** A whole number. Empty is null where the rules allow that. */
interface NumberControl {
  readonly control: "number";
  readonly minimum: number;
  readonly maximum: number;
  readonly isOptional?: boolean;
}

/** One of a few values. */
interface ChoiceControl<Content> {
  readonly control: "choice";
  readonly choices: readonly string[] | ((content: Content) => readonly string[]);
  /** Nothing may be chosen. */
  readonly isOptional?: boolean;
  /** Where the words of the choices are; `<kind>.choice` unless given, such as `catalogue.trunkType`. */
  readonly words?: string;
}

interface FlagControl {
  readonly control: "flag";
}

/** Another object, by its name. */
interface ReferenceControl<Content> {
  readonly control: "reference";
  readonly to: ReferenceKind;
  /** An object must be chosen. */
  readonly isRequired?: boolean;
  /** Conditions of a list that an object must fulfil to be offered: `kind:isExactly:user`. */
  readonly where?: (content: Content) => readonly string[];
}

interface CustomControl<Value, Content> {
  readonly control: "custom";
  readonly Editor: ComponentType<CustomFieldProps<Value, Content>>;
}

/** How a field is shown; its words are `<kind>.field.<path>`. */
export type FieldDescription<Content> = {
  [Path in FieldPath<Content>]: {
    readonly path: Path;
    /** Marked as to be filled in. Whether it is, the rules say. */
    readonly isRequired?: boolean;
    /** Chosen when the object is made and never changed. */
    readonly isFixed?: boolean;
    /** Takes the whole width of the page. */
    readonly isWide?: boolean;
    /** False: there is no such field for what is typed. */
    readonly isShown?: (content: Content) => boolean;
    /** Has a line of help below: `<kind>.help.<path>`. */
    readonly hasHelp?: boolean;
  } & (
    | TextControl
    | NumberControl
    | ChoiceControl<Content>
    | FlagControl
    | ReferenceControl<Content>
    | CustomControl<ValueAt<Content, Path>, Content>
  );
}[FieldPath<Content>];

/** The fields that most kinds begin with. */
export const nameField = { path: "name", control: "text", maximum: 50, isRequired: true } as const;
export const descriptionField = { path: "description", control: "text", maximum: 50 } as const;
