/**
 * What makes a change of the configuration: somebody saves, adds or deletes an object (`save`), a job over many (`bulk`,
 * `import`), a proposal that mends (`fix`), *Reassign to…*, something that is set on a phone itself (`deskAction`), the
 * undo of another change, and that what differs was carried out elsewhere (`carriedOut`).
 */
export const changeKinds = [
  "save",
  "bulk",
  "import",
  "fix",
  "reassign",
  "deskAction",
  "undo",
  "carriedOut",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What became of an object in a change. */
export const changeActions = ["created", "changed", "renamed", "deleted"] as const;
export type ChangeAction = (typeof changeActions)[number];
