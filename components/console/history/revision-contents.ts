/** A revision as the API lists it, without its content. */
export type ListedRevision<Change> = {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly action: "created" | "updated" | "restored" | "deleted";
  /** Of a restore: the revision whose content came back. */
  readonly restored: number | null;
  readonly changes: readonly Change[];
};

/** A revision with the content that it stored. */
export type Revision<Content, Change> = ListedRevision<Change> & { readonly content: Content };

/**
 * Every revision with its content, newest first, worked out backwards from the present content.
 * @param current the content of the newest revision
 * @param revisions the history, newest first, each with what it changed
 * @param contentBefore the content that the changes turned into this one
 */
export function revisionContents<Content, Change>(
  current: Content,
  revisions: readonly ListedRevision<Change>[],
  contentBefore: (after: Content, changes: readonly Change[]) => Content,
): Revision<Content, Change>[] {
  let content = current;
  return revisions.map((revision) => {
    const stored = { ...revision, content };
    content = contentBefore(content, revision.changes);
    return stored;
  });
}
