import { type ConfigurationKind, isConfigurationKind } from "@/lib/configuration/dependencies";

/** True for kinds whose objects are named by a pattern and told apart by the partition that it is in. */
export function isPatternKind(kind: string): boolean {
  return kind === "directoryNumber" || kind === "routePattern";
}

/** One object as a condition of a list names it. */
export interface NamedObject {
  readonly kind: ConfigurationKind;
  readonly name: string;
  /** Of what is named by a pattern: its partition, null for none, undefined for whichever. Otherwise undefined. */
  readonly partition: string | null | undefined;
}

/**
 * One object as one text: `phone:SEP000000000001`, `directoryNumber:2001:Seoul`, `directoryNumber:2001:` in no partition,
 * `directoryNumber:2001` in whichever. No kind and no pattern has a colon.
 */
export function namedObjectText({ kind, name, partition }: NamedObject): string {
  return isPatternKind(kind) && partition !== undefined
    ? `${kind}:${name}:${partition ?? ""}`
    : `${kind}:${name}`;
}

/** The object that such a text names; null when it names none of any kind. */
export function namedObjectOf(text: string): NamedObject | null {
  const [kind = "", ...rest] = text.split(":");
  const [first = "", ...more] = rest;
  if (!isConfigurationKind(kind) || first === "") return null;
  if (!isPatternKind(kind)) return { kind, name: rest.join(":"), partition: undefined };
  return { kind, name: first, partition: more.length === 0 ? undefined : more.join(":") || null };
}
