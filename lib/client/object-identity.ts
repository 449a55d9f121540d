import { isPatternKind } from "@/lib/configuration/named-object";

/** What tells an object from the others of its kind: its name, or its pattern and the partition that it is in. */
export interface ObjectIdentity {
  readonly name: string;
  /** null for what is named by a name, and for a pattern in no partition. */
  readonly partition: string | null;
}

/** The identity of an object that the API answered, or of a content. */
export function identityOf(kind: string, object: Readonly<Record<string, unknown>>): ObjectIdentity {
  if (!isPatternKind(kind)) return { name: String(object.name), partition: null };
  const { pattern, partition } = object;
  return { name: String(pattern), partition: typeof partition === "string" ? partition : null };
}

/** How people read an identity: `Lobby`, `2001`, `2001 (Seoul)`. */
export function identityText({ name, partition }: ObjectIdentity): string {
  return partition === null ? name : `${name} (${partition})`;
}

/** An identity as one text, for the rows of a list; `identityOfKey` reads it. */
export function identityKey({ name, partition }: ObjectIdentity): string {
  return JSON.stringify([name, partition]);
}

/** The identity that `identityKey` wrote. */
export function identityOfKey(key: string): ObjectIdentity {
  const [name, partition] = JSON.parse(key) as [string, string | null];
  return { name, partition };
}

/** How requests name an object; the server, which reads ahead of the browser, must name it the same. */
export function objectInput(kind: string, { name, partition }: ObjectIdentity): { params: { name: string } } {
  const params: Readonly<Record<string, string>> = isPatternKind(kind) ? { pattern: name } : { name };
  const input = partition === null ? { params } : { params, query: { partition } };
  // To the compiler the kinds have nothing in common; those with names stand for all.
  return input as { params: { name: string } };
}
