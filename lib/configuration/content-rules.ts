import { contentBefore } from "@/lib/configuration/content-before";
import { type ContentChange, contentChanges } from "@/lib/configuration/content-difference";
import {
  type ContentShape,
  hasShape,
  normalizeContent,
  type RecordShape,
  validateContent,
} from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Known, KnownDefaults } from "@/lib/configuration/known";
import type { Problem } from "@/lib/configuration/problem";
import { checkReferences } from "@/lib/configuration/references";
import type { SoftkeyTemplateChange } from "@/lib/configuration/softkey-template-difference";

/** One change of an object as its history tells it. */
export type HistoryChange = ContentChange | SoftkeyTemplateChange;

/** How the history of a kind is told. */
export interface ContentHistory<Content> {
  /** What changed from one content (null: from nothing) to the next. */
  readonly changesBetween: (before: Content | null, after: Content) => HistoryChange[];
  /** The content that the changes turned into `after`. */
  readonly contentBefore: (after: Content, changes: readonly HistoryChange[]) => Content;
}

/** The fields of a kind as they are declared; what is made of them needs no more. */
export interface Declaration {
  readonly kind: ConfigurationKind;
  readonly shape: RecordShape;
}

/** The rules of one kind of object: what its content must be, whatever somebody sends. */
export interface ContentRules<Content> extends Declaration, ContentHistory<Content> {
  readonly shape: ContentShape<Content>;
  /** Fields that tell an object from all others: a restore leaves them, and no two can be given the same. */
  readonly distinctive: readonly string[];
  /** Everything that is wrong with a candidate. Any value may be given, nothing is thrown. */
  readonly validate: (candidate: unknown, known: Known) => Problem[];
  /** The content as it is stored. */
  readonly normalize: (content: Content) => Content;
  /** The content as it is stored, with what is wrong with its fields: the first half of `validate`. */
  readonly read: (candidate: unknown) => { readonly content: Content; readonly problems: readonly Problem[] };
  /** The content with what it leaves open as other objects have it; it is stored so. */
  readonly fill: (content: Content, known: KnownDefaults) => Content;
  /** What is wrong with a content that was read without problems: the second half of `validate`. */
  readonly check: (content: Content, known: Known) => Problem[];
}

/** The rules that a kind has beyond those of each field. */
export interface OwnRules<Content> {
  /** Rules between fields; looked at only when each field keeps its own. The content is normalised. */
  readonly check?: (content: Content, known: Known) => Problem[];
  readonly normalize?: (content: Content) => Content;
  /** What the content leaves open, as other objects have it; asked when each field keeps its own rule. */
  readonly fill?: (content: Content, known: KnownDefaults) => Content;
  /** Fields that tell an object from all others, beside those that name it. */
  readonly distinctive?: readonly string[];
  /** The history, when it is told in other words than those of fields and items. */
  readonly history?: ContentHistory<Content>;
}

/** Puts the rules of a kind together: shape, references (dependencies.ts), then its own. */
export function contentRules<Content>(
  kind: ConfigurationKind,
  shape: ContentShape<Content>,
  own: OwnRules<Content> = {},
): ContentRules<Content> {
  const normalize = (content: Content): Content => {
    const stored = normalizeContent(shape, content);
    // A caller may normalise first and validate then, so this must bear any value.
    return own.normalize && hasShape(shape, stored) ? own.normalize(stored) : stored;
  };
  const read = (candidate: unknown) => {
    const problems = validateContent(shape, candidate);
    const stored = normalizeContent(shape, candidate as Content);
    return { problems, content: problems.length === 0 && own.normalize ? own.normalize(stored) : stored };
  };
  const check = (content: Content, known: Known): Problem[] => [
    ...checkReferences(kind, content, known),
    ...(own.check?.(content, known) ?? []),
  ];
  // Whoever fills may do so before it validates.
  const fill = (content: Content, known: KnownDefaults): Content =>
    own.fill && hasShape(shape, content) ? own.fill(content, known) : content;
  const validate = (candidate: unknown, known: Known): Problem[] => {
    const { content, problems } = read(candidate);
    if (problems.length > 0) return [...problems, ...checkReferences(kind, candidate, known)];
    return check(content, known);
  };
  // What is undone was told by the line above.
  const history: ContentHistory<Content> = own.history ?? {
    changesBetween: (before, after) => contentChanges(shape, before, after),
    contentBefore: (after, changes) => contentBefore(shape, after, changes as readonly ContentChange[]),
  };
  const naming = Object.hasOwn(shape.fields, "pattern") ? ["pattern", "partition"] : ["name"];
  const distinctive = [...naming, ...(own.distinctive ?? [])];
  return { kind, shape, distinctive, validate, normalize, read, fill, check, ...history };
}
