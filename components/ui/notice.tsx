import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type NoticeTone = "info" | "good" | "caution" | "bad";

const looks = {
  info: { icon: Info, box: "border-line bg-accent-soft", mark: "text-accent-text" },
  good: { icon: CircleCheck, box: "border-line bg-good-soft", mark: "text-good" },
  caution: { icon: TriangleAlert, box: "border-line bg-caution-soft", mark: "text-caution" },
  bad: { icon: CircleAlert, box: "border-bad/40 bg-bad-soft", mark: "text-bad" },
} as const;

/** A message inside the page: what it is about, then what to do. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: string;
  children: ReactNode;
}) {
  const { icon: Icon, box, mark } = looks[tone];
  return (
    <div className={cx("flex gap-2 rounded-panel border px-3 py-2", box)}>
      <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title === undefined ? null : <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
