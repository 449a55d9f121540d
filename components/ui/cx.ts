/** Joins class names; parts that do not apply are passed as false, null or undefined. */
export function cx(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
