import { isRecord } from "@/lib/configuration/content-shape";
import { type ConfigurationKind, references } from "@/lib/configuration/dependencies";

/** What a reference names: an object, a directory number with its partition. */
export interface ReferencedName {
  readonly name: string;
  readonly partition: string | null;
}

/** What an object is called now that was called so. */
export type PresentName = (to: ConfigurationKind, name: ReferencedName) => ReferencedName;

const text = (value: unknown): value is string => typeof value === "string" && value !== "";

function replacedAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  to: ConfigurationKind,
  present: PresentName,
): unknown {
  if (step === undefined) return text(value) ? present(to, { name: value, partition: null }).name : value;
  if (step === "*")
    return Array.isArray(value) ? value.map((item) => replacedAt(item, rest, to, present)) : value;
  if (!isRecord(value) || !Object.hasOwn(value, step)) return value;
  if (rest.length > 0 || to !== "directoryNumber")
    return { ...value, [step]: replacedAt(value[step], rest, to, present) };
  const { [step]: name, partition } = value;
  if (!text(name)) return value;
  const now = present(to, { name, partition: text(partition) ? partition : null });
  return {
    ...value,
    [step]: now.name,
    ...(Object.hasOwn(value, "partition") ? { partition: now.partition } : {}),
  };
}

/**
 * An old content of an object with the present names of what it refers to: what was renamed since it was stored has another
 * name in it now, though nobody has changed the object.
 */
export function withPresentNames<Content extends Readonly<Record<string, unknown>>>(
  kind: ConfigurationKind,
  content: Content,
  present: PresentName,
): Content {
  const numbered = references
    .filter(({ from, to }) => from === kind && to === "directoryNumber")
    .map(({ path }) => path.slice(0, -1).join("."));
  return (
    references
      .filter(({ from, onlyIn }) => from === kind && (onlyIn === null || onlyIn === content.name))
      // The partition beside a directory number is named together with it.
      .filter(({ path, to }) => to !== "partition" || !numbered.includes(path.slice(0, -1).join(".")))
      .reduce<unknown>((changed, { path, to }) => replacedAt(changed, path, to, present), content) as Content
  );
}
