import { cx } from "@/components/ui/cx";

/** Keys as printed on the keyboard, for example "Ctrl+K"; alternatives are separated by a space, "G>P" is G, then P. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx("inline-flex shrink-0 gap-1 whitespace-nowrap", className)}>
      {keys.split(/[ >]/).map((combination) => (
        <kbd
          key={combination}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-control border border-line bg-sunken px-1 font-sans text-[0.6875rem] text-muted"
        >
          {combination}
        </kbd>
      ))}
    </span>
  );
}
