import { completed, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import type { ContentRules, Declaration } from "@/lib/configuration/content-rules";
import type { RecordShape } from "@/lib/configuration/content-shape";
import type { Problem } from "@/lib/configuration/problem";
import type { ChangingContext, ServiceContext } from "@/lib/server/context";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields, TableFacts } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import type { ObjectChange } from "@/lib/server/db/configuration/write-many";
import type { AdvisoryLock, Transaction } from "@/lib/server/db/transaction";

/** What a request sends, checked against the contract's schema; the rules do the rest. */
export type Input = Readonly<Record<string, unknown>>;

/** What is stored of an object in place of what was; null: it is new. */
export interface SavedChange {
  readonly before: StoredObject | null;
  readonly content: StoredFields;
}

/** What is special about a kind of object; everything else the services of this folder do alike for all kinds. */
export interface KindOf<Content> {
  readonly rules: ContentRules<Content>;
  /** The candidate for a new object from what is given and, with `copyOf`, the object to copy; `plainCandidate` unless given. */
  readonly candidate?: (given: Input, source: Content | null) => unknown;
  /** The name of the object that is copied when the request names none. */
  readonly copySourceOf?: (given: Input) => string | undefined;
  /** What is said when the object to copy is not there. */
  readonly unknownCopySource?: (name: string) => Pick<Problem, "code" | "params">;
  /** Whether it may be copied so. */
  readonly checkCopy?: (source: Content, given: Input) => Problem[];
  /** Whether a change is allowed; `uses` counts the objects that use this one. */
  readonly checkChange?: (before: StoredObject, after: Content, uses: number) => Problem[];
  /** The object belongs to the system and cannot be deleted. */
  readonly isBuiltIn?: (name: string) => boolean;
  /** What is sent without what cannot be changed within items of lists. */
  readonly accept?: (given: Input) => Input;
  /** What the answer has besides content and version; `computed` is what the table knows beside the content. */
  readonly dtoExtras?: (content: Content, computed: StoredFields) => Readonly<Record<string, unknown>>;
  /** What is accepted of a content but probably not meant. */
  readonly warnings?: (transaction: Transaction, content: Content) => Promise<Problem[]>;
  /** Fields of the answer that change by themselves: sent back they are passed over. */
  readonly readOnlyFields?: readonly string[];
  /** A column other than the name that is unique, with the field that it comes from. */
  readonly unique?: { readonly column: string; readonly field: string };
  /** Changes of the kind wait for each other: one of them can touch another object. */
  readonly lock?: AdvisoryLock;
  /** What must be done before objects are stored, new ones (`before` is null) and old ones. */
  readonly beforeSave?: (
    transaction: Transaction,
    context: ChangingContext,
    changes: readonly SavedChange[],
    reason: string,
  ) => Promise<void>;
  /** Whether phones come to inherit the object with a change, or cease to. */
  readonly movesInheritors?: (before: StoredFields | null, after: StoredFields) => boolean;
  /** What else comes into being with new objects, and what happens before some are deleted. */
  readonly afterInsert?: (
    transaction: Transaction,
    context: ServiceContext,
    objects: readonly StoredObject[],
  ) => Promise<void>;
  readonly beforeRemove?: (
    transaction: Transaction,
    context: ServiceContext,
    objects: readonly StoredObject[],
  ) => Promise<void>;
  /**
   * What has to follow when some are saved: it is asked before, while everything is as it was, and what it answers is called
   * once they are stored.
   */
  readonly prepareSave?: (
    transaction: Transaction,
    context: ServiceContext,
    changes: readonly ObjectChange[],
  ) => Promise<(() => Promise<void>) | undefined>;
  readonly afterSave?: (transaction: Transaction, before: StoredObject, after: StoredObject) => Promise<void>;
}

/** A kind whose content is looked at by name only. */
export type Definition = KindOf<StoredFields> &
  Required<Pick<KindOf<StoredFields>, "candidate">> &
  Declaration & { readonly table: TableFacts };

/** Makes a kind fit for the services that work on every kind. */
export function define<Content>(own: KindOf<Content>): Definition {
  const { kind, shape } = own.rules;
  return { candidate: plainCandidate(shape), ...own, kind, table: tables[kind] } as Definition;
}

/** A new object has defaults for what is not given; a copy has what its source has. */
function plainCandidate(shape: RecordShape) {
  return (given: Input, source: StoredFields | null): unknown => {
    if (source === null) return completed(shape, given);
    const { name: _, ...rest } = source;
    return withPatch(rest, withItemDefaults(shape, given));
  };
}
