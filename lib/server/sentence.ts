import { fileSentence } from "@/lib/server/file-sentence";

const mostCharacters = 1_000;

/**
 * Whatever was thrown as a sentence for people, never "[object Object]" and never empty: errors of Node, of PostgreSQL, of
 * Prisma and its engines, and what WebAssembly programs throw, which are often no errors.
 */
export function sentenceOf(thrown: unknown): string {
  const text = textOf(thrown, new Set());
  const words = text.replaceAll(/\s*\n\s*\n\s*/g, "\n").trim();
  return words === "" ? "Something failed without saying why." : words.slice(0, mostCharacters);
}

function textOf(thrown: unknown, seen: Set<unknown>): string {
  if (typeof thrown === "string") return fromJson(thrown, seen);
  if (thrown === null || thrown === undefined) return "";
  if (typeof thrown !== "object") return String(thrown);
  if (seen.has(thrown)) return "";
  seen.add(thrown);
  const aboutFile = fileSentence(thrown as Record<string, unknown>);
  if (aboutFile !== null) return aboutFile;
  const { message, cause, errors, code, errno, name, meta } = thrown as Record<string, unknown>;
  const parts = Array.isArray(errors) ? errors.map((one) => textOf(one, seen)).filter(Boolean) : [];
  if (parts.length > 0) return parts.join("; ");
  // Prisma keeps what the database said in there, and quotes its own source around it.
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: { cause?: { message?: unknown } } };
  const said = driverAdapterError?.cause?.message;
  if (typeof said === "string" && said !== "") return said;
  const own =
    typeof message === "string"
      ? fromJson(message.replace(/^\s*Invalid `[^`]*` invocation:\s*/, ""), seen)
      : textOf(message, seen);
  if (own !== "" && !own.includes("[object Object]")) return own;
  const why = textOf(cause, seen);
  if (why !== "") return why;
  const names = [name, code ?? errno].filter((part) => typeof part === "string" || typeof part === "number");
  const isTelling = code !== undefined || errno !== undefined || (name !== undefined && name !== "Error");
  if (isTelling && names.length > 0) return names.join(" ");
  return thrown instanceof Error ? "" : (safeJson(thrown) ?? "");
}

/** Engines throw texts of JSON with the words in `message`. */
function fromJson(text: string, seen: Set<unknown>): string {
  if (!text.startsWith("{")) return text;
  try {
    const inner = textOf(JSON.parse(text), seen);
    return inner === "" ? text : inner;
  } catch {
    return text;
  }
}

function safeJson(value: object): string | null {
  try {
    const text = JSON.stringify(value);
    return text === undefined || text === "{}" ? null : text;
  } catch {
    return null;
  }
}
