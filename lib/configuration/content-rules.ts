import {
  type ContentShape,
  hasShape,
  normalizeContent,
  validateContent,
} from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Known } from "@/lib/configuration/known";
import type { Problem } from "@/lib/configuration/problem";
import { checkReferences } from "@/lib/configuration/references";

/** The rules of one kind of object: what its content must be, whatever somebody sends. */
export interface ContentRules<Content> {
  readonly kind: ConfigurationKind;
  readonly shape: ContentShape<Content>;
  /** Everything that is wrong with a candidate. Any value may be given, nothing is thrown. */
  readonly validate: (candidate: unknown, known: Known) => Problem[];
  /** The content as it is stored. */
  readonly normalize: (content: Content) => Content;
  /** The content as it is stored, with what is wrong with its fields: the first half of `validate`. */
  readonly read: (candidate: unknown) => { readonly content: Content; readonly problems: readonly Problem[] };
  /** What is wrong with a content that was read without problems: the second half of `validate`. */
  readonly check: (content: Content, known: Known) => Problem[];
}

/** The rules that a kind has beyond those of each field. */
export interface OwnRules<Content> {
  /** Rules between fields; looked at only when each field keeps its own. The content is normalised. */
  readonly check?: (content: Content, known: Known) => Problem[];
  readonly normalize?: (content: Content) => Content;
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
  const validate = (candidate: unknown, known: Known): Problem[] => {
    const { content, problems } = read(candidate);
    if (problems.length > 0) return [...problems, ...checkReferences(kind, candidate, known)];
    return check(content, known);
  };
  return { kind, shape, validate, normalize, read, check };
}
