import type { JobOutcome } from "@/lib/catalog/jobs";
import { fieldOf } from "@/lib/configuration/content-shape";
import { echo, type Problem } from "@/lib/configuration/problem";
import type { LeftValue } from "@/lib/configuration/undo/undone-content";
import type { StoredChangeObject } from "@/lib/server/db/change";
import type { Identity, StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { ItemProblem } from "@/lib/server/db/job-item";

/** What became of one object of a change that is taken back. */
export interface UndoneObject {
  readonly object: StoredChangeObject;
  /** What the object is called now. */
  readonly identity: Identity;
  /** What was done, or in a dry run would be; what is listed as a problem was left. */
  readonly outcome: JobOutcome;
  readonly problems: readonly ItemProblem[];
}

/** An object of a change and what it is now. */
export interface ObjectNow {
  readonly object: StoredChangeObject;
  /** Null: it is not there. */
  readonly now: StoredObject | null;
}

/** What an undo leaves because it has changed, or is gone, since. */
export function leftProblems(
  code: "changedSince" | "deletedSince",
  left: readonly LeftValue[],
): ItemProblem[] {
  return left.map(({ path, before, now }) => ({ path, code, params: { before, now } }));
}

/** An object that is used, or whose name is taken, and so is left. */
export function leftObject(
  code: "inUse" | "nameTaken",
  { path, name, count }: { readonly path: Problem["path"]; readonly name: string; readonly count?: number },
  { before, now }: { readonly before: unknown; readonly now: unknown },
): ItemProblem {
  return { path, code, params: { before, now, name: echo(name), ...(count === undefined ? {} : { count }) } };
}

/**
 * What the rules object to in a content that should come back, in the words of an undo: what it refers to was deleted
 * since, or its name is taken. Everything else is told as the rules tell it.
 */
export function undoProblem(
  { path, code, params = {} }: Problem,
  before: StoredFields | null,
  now: StoredFields | null,
): ItemProblem {
  const values = { before: shownAt(before, path), now: shownAt(now, path) };
  if (code === "unknownReference") return { path, code: "deletedSince", params: { ...params, ...values } };
  if (code === "alreadyThere") return { path, code: "nameTaken", params: { ...params, ...values } };
  return { path, code, params: { ...params, ...values } };
}

/** The value at a path; positions of lists count as fields. */
function shownAt(content: StoredFields | null, path: Problem["path"]): unknown {
  const read = (value: unknown, step: string | number): unknown =>
    Array.isArray(value) ? value[Number(step)] : fieldOf(value, String(step));
  return path.length === 0 ? null : (path.reduce<unknown>(read, content) ?? null);
}
