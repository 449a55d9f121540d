import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type Tone = "neutral" | "accent" | "good" | "caution" | "bad";

const tones: Readonly<Record<Tone, string>> = {
  neutral: "border-line bg-sunken text-text",
  accent: "border-transparent bg-accent-soft text-accent-text",
  good: "border-transparent bg-good-soft text-good",
  caution: "border-transparent bg-caution-soft text-caution",
  bad: "border-transparent bg-bad-soft text-bad",
};

/** A state in one word; the icon repeats what the colour says. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-5 items-center gap-1 rounded-control border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
