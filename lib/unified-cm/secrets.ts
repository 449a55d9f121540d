import type { Notes } from "@/lib/unified-cm/notes";

const secretWords =
  /passw(?:or)?d|passphrase|passcode|pwd|\bpin\b|secret|credential|authentication ?string|private ?key|shared ?key/i;

/** Stands where a password was. */
export const droppedSecret = "(dropped)";

/** True for the heading of a column that holds a password or the like. */
export function isSecretHeading(heading: string): boolean {
  return secretWords.test(heading);
}

// Neither part can be longer than up to the next angle bracket, so time is linear.
const leaf = /<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>([^<>]*)<\/([A-Za-z_][\w.:-]*)\s*>/g;

/**
 * A value that is kept, without passwords: elements of XML whose names say that they hold one are taken out. What still
 * has such a word in another form is dropped whole.
 */
export function withoutSecrets(value: string, notes: Notes): string {
  if (!secretWords.test(value)) return value;
  const heading = notes.column ?? "";
  const dropped = (name: string) => notes.adapted.push({ code: "secretDropped", example: name });
  const isSecret = (name: string, end: string) => name === end && secretWords.test(name);
  const emptied = value.replaceAll(leaf, (all, name: string, text: string, end: string) => {
    if (!isSecret(name, end) || text.trim() === "") return all;
    dropped(`${heading}: ${name}`);
    return "";
  });
  const rest = emptied.replaceAll(leaf, (all, name: string, _, end: string) =>
    isSecret(name, end) ? "" : all,
  );
  if (!secretWords.test(rest.replaceAll(/<[A-Za-z_][\w.:-]*\s*\/>/g, ""))) return emptied;
  dropped(heading);
  return "";
}
