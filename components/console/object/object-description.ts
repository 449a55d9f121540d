import type { ComponentType, ReactNode } from "react";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { controlledField } from "@/components/console/object/controlled-field";
import {
  type AnyColumn,
  type ColumnDescription,
  describedColumn,
  type SearchedField,
  searchedField,
} from "@/components/console/object/described-columns";
import type { AnyField, AnyObject, FieldDescription } from "@/components/console/object/object-fields";
import type { RelatedLink } from "@/components/console/related-links";
import type { StoredObject } from "@/lib/client/configuration";
import type { ShownKind } from "@/lib/client/object-kinds";
import type { ContentRules } from "@/lib/configuration/content-rules";
import type { Known } from "@/lib/configuration/known";
import { listedFields } from "@/lib/configuration/listed-fields";
import type { Translate } from "@/lib/i18n/translate";

/** What sections and buttons of one's own are given. */
export interface ObjectViewProps<Content, Stored> {
  /** The object as it is stored, or null before it is added. */
  object: Stored | null;
  /** Everything as it is typed now, not yet saved and perhaps not right. */
  draft: Content;
  isUnsaved: boolean;
}

/** A section of the page: a heading (`<kind>.group.<id>`), fields, and below them something of one's own. */
export interface FieldGroup<Content, Stored> {
  readonly id: string;
  readonly fields: readonly FieldDescription<Content>[];
  /** Takes the width of the page; sections with editors or a `Section` do unless this says otherwise. */
  readonly isWide?: boolean;
  /** Stands below the fields: a picture, what follows from the fields. */
  readonly Section?: ComponentType<ObjectViewProps<Content, Stored>>;
}

/** What happens around a save. */
export interface SaveHooks<Content, Stored> {
  /** Asked before a change is sent (null: it is added). False: nothing is sent, everything stays as typed. */
  beforeSave?: (before: Content | null, after: Content) => Promise<boolean>;
  /** After it was stored; waited for before the page of what was added opens. */
  afterSave?: (saved: Stored, before: Stored | null) => Promise<void> | void;
  /** The dialogs of both. */
  dialogs?: ReactNode;
}

/** What *Add New* begins with when something must be chosen before the fields make sense. */
export interface BeginProps<Content> {
  /** Shows the form with this content; `copyOf` is what it was copied from. */
  begin: (content: Content, copyOf?: string) => void;
}

/** Everything that the pages of a kind need to know; see docs/how-to/add-a-kind.md. */
export interface ObjectDescription<Content, Stored> {
  /** The declaration of the fields, from which their controls follow. */
  readonly rules: ContentRules<Content>;
  /** The sections of the page with their fields, in its order. */
  readonly groups: readonly FieldGroup<Content, Stored>[];
  /** The columns of *Find and List* between the name and what every list has. */
  readonly columns: readonly (string | ColumnDescription<Stored>)[];
  /** The fields of the search rows; those by which lists are searched, in the order of the declaration, unless given. */
  readonly searched?: readonly (string | SearchedField)[];
  /** What people may do at all; each is true unless given. */
  readonly canCreate?: boolean;
  readonly canCopy?: boolean;
  readonly canDelete?: boolean;
  readonly canRename?: boolean;
  /** False: nothing is edited on the page; `Actions` change what can be changed. */
  readonly canEdit?: boolean;
  /** Standard objects can be looked at and copied only, but for the fields that can be changed all the same. */
  readonly isStandard?: (object: Stored) => boolean;
  readonly changeableOfStandard?: readonly string[];
  /** Objects of the system can be changed, but neither renamed nor deleted. */
  readonly isBuiltIn?: (object: Stored) => boolean;
  /** *Add New* names the object that was copied, because it is remembered. */
  readonly remembersOrigin?: boolean;
  /** Chips beside the heading. */
  readonly Badges?: ComponentType<{ object: Stored }>;
  /** More `ToolbarButton`s, for those who may change the object. */
  readonly Actions?: ComponentType<ObjectViewProps<Content, Stored>>;
  /** More buttons for the selected rows of the list. */
  readonly SelectionActions?: ComponentType<{ selection: ListSelection }>;
  /** True while an object is becoming something else by itself: its page reads it again until it has. */
  readonly isChanging?: (object: Stored) => boolean;
  /** More *Related Links*. */
  readonly useRelatedLinks?: (object: Stored) => readonly RelatedLink[];
  readonly useSaveHooks?: () => SaveHooks<Content, Stored>;
  /** *Add New* begins with the object that is copied; one is suggested where most copies come from it. */
  readonly beginsWithCopy?: { readonly suggested: string | null };
  /** Another first step of *Add New*; without one the form starts with the defaults. */
  readonly Begin?: ComponentType<BeginProps<Content>>;
  /** What the rules are told about other objects, beyond the locales. */
  readonly useKnown?: (content: Content) => Partial<Known>;
  /** Words for a value that has others than its field's control: `buttons.feature`. Undefined: the usual ones. */
  readonly valueText?: (field: string, value: unknown, translate: Translate) => string | undefined;
}

type AnyDescription = ObjectDescription<AnyObject, StoredObject>;

/** A description with all that follows from the declaration of its fields. */
export interface ObjectKind extends Omit<AnyDescription, "groups" | "columns" | "searched"> {
  readonly kind: ShownKind;
  readonly groups: readonly (Omit<AnyDescription["groups"][number], "fields"> & {
    readonly fields: readonly AnyField[];
  })[];
  readonly columns: readonly AnyColumn[];
  readonly searched: readonly SearchedField[];
}

/** Makes the description of a kind fit for the pages that show every kind. */
export function describeObject<Content extends object, Stored extends StoredObject>(
  description: ObjectDescription<Content, Stored>,
): ObjectKind {
  const described = description as AnyDescription;
  const { rules, groups, columns, searched = listedFields(rules) } = described;
  return {
    ...described,
    kind: rules.kind,
    groups: groups.map((group) => ({
      ...group,
      fields: group.fields.map((field) => controlledField(rules, field)),
    })),
    columns: columns.map((column) => describedColumn(rules, column)),
    searched: searched.map((field) => searchedField(rules, field)),
  };
}
