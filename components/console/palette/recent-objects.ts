import { isShownKind, type ShownKind } from "@/lib/client/object-kinds";

/** An object whose page somebody has opened. */
export interface RecentObject {
  readonly kind: ShownKind;
  readonly name: string;
  readonly partition: string | null;
}

const mostRecent = 12;

const isSame = (one: RecentObject, other: RecentObject) =>
  one.kind === other.kind && one.name === other.name && one.partition === other.partition;

/** The objects with one more, which is the newest; each is there once, and of many the oldest go. */
export function withRecent(objects: readonly RecentObject[], object: RecentObject): RecentObject[] {
  return [object, ...withoutRecent(objects, object)].slice(0, mostRecent);
}

/** The objects without one that is gone. */
export function withoutRecent(objects: readonly RecentObject[], gone: RecentObject): RecentObject[] {
  return objects.filter((object) => !isSame(object, gone));
}

function isRecentObject(value: unknown): value is RecentObject {
  if (typeof value !== "object" || value === null) return false;
  const { kind, name, partition } = value as Record<string, unknown>;
  const isNamed = typeof name === "string" && (partition === null || typeof partition === "string");
  return isNamed && typeof kind === "string" && isShownKind(kind);
}

/** The objects of a stored text; whatever is not one is left out, for anybody can write there. */
export function readRecent(text: string | null): RecentObject[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.filter(isRecentObject).slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}
