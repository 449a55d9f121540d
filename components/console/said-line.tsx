"use client";

import { Info, TriangleAlert } from "lucide-react";
import { cx } from "@/components/ui/cx";

/** What a step of an editor did, or why it was refused. */
export type Said = { text: string; isRefusal: boolean };

/** Shows and reads out the last step of an editor; before the first one, how the editor is used. */
export function SaidLine({ said, fallback }: { said: Said | null; fallback: string }) {
  const Icon = said?.isRefusal ? TriangleAlert : Info;
  return (
    <div className="flex min-h-6 items-start gap-2">
      <Icon
        aria-hidden
        className={cx("mt-0.5 size-4 shrink-0", said?.isRefusal ? "text-caution" : "text-muted")}
      />
      <p role="status" className={said ? undefined : "text-muted"}>
        {said?.text ?? fallback}
      </p>
    </div>
  );
}
