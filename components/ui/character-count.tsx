import { cx } from "@/components/ui/cx";

/** "12/50" in the corner of a field; characters are code points, as the rules count them. */
export function CharacterCount({ text, maximum }: { text: string; maximum: number }) {
  const used = [...text].length;
  return (
    <span
      aria-hidden
      className={cx(
        "pointer-events-none absolute end-2 bottom-0 flex h-full items-center text-xs",
        used > maximum ? "font-medium text-bad" : "text-muted",
      )}
    >
      {used}/{maximum}
    </span>
  );
}
