import { sameContent } from "@/lib/configuration/content-patch";
import type { RecordShape } from "@/lib/configuration/content-shape";
import { type LeftValue, undoneContent } from "@/lib/configuration/undo/undone-content";

type Content = Readonly<Record<string, unknown>>;

/** An object before a change, after it, and now; null where it is not there. */
export interface ObjectVersions {
  readonly before: Content | null;
  readonly after: Content | null;
  readonly now: Content | null;
}

/** What takes the change of an object back, and what of it is left. */
export type UndoStep =
  /** It is as it was before the change. */
  | { readonly kind: "nothing" }
  | { readonly kind: "create"; readonly content: Content }
  | { readonly kind: "delete" }
  | { readonly kind: "update"; readonly content: Content; readonly left: readonly LeftValue[] }
  /** It is not touched. */
  | {
      readonly kind: "leave";
      readonly code: "changedSince" | "deletedSince";
      readonly left: readonly LeftValue[];
    };

/** The fields of a shape in which two contents differ; null is a content without any. */
function differing(
  shape: RecordShape,
  { before, now, one, other }: { before: Content | null; now: Content | null; one: Content; other: Content },
): LeftValue[] {
  return Object.keys(shape.fields)
    .filter((field) => !sameContent(one[field], other[field]))
    .map((field) => ({ path: [field], before: before?.[field] ?? null, now: now?.[field] ?? null }));
}

/** The same fields of a content that its kind declares: what else a revision keeps is no field. */
function isSame(shape: RecordShape, one: Content, other: Content): boolean {
  return Object.keys(shape.fields).every((field) => sameContent(one[field], other[field]));
}

/**
 * What takes the change of an object back [CL-02]: one that it made is deleted unless it was changed since, one that it
 * deleted comes back, one that it changed gets its former values where they are as the change left them. Whether the
 * object is used, or its name taken, is for the caller to find out.
 */
export function undoStep(shape: RecordShape, { before, after, now }: ObjectVersions): UndoStep {
  if (before === null) {
    // Made by the change; made and deleted again leaves nothing to do.
    if (after === null || now === null) return { kind: "nothing" };
    if (isSame(shape, after, now)) return { kind: "delete" };
    return {
      kind: "leave",
      code: "changedSince",
      left: differing(shape, { before, now, one: after, other: now }),
    };
  }
  if (after === null) {
    if (now === null) return { kind: "create", content: before };
    // Somebody has brought it back already, and perhaps changed it.
    if (isSame(shape, before, now)) return { kind: "nothing" };
    return {
      kind: "leave",
      code: "changedSince",
      left: differing(shape, { before, now, one: before, other: now }),
    };
  }
  if (now === null) {
    const left = differing(shape, { before, now, one: before, other: after });
    return left.length === 0 ? { kind: "nothing" } : { kind: "leave", code: "deletedSince", left };
  }
  const { content, left } = undoneContent(shape, { before, after, now });
  if (left.length === 0 && sameContent(content, now)) return { kind: "nothing" };
  return { kind: "update", content, left };
}
