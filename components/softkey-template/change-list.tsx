"use client";

import { useWords } from "@/components/softkey-template/use-words";
import type { SoftkeyTemplateChange } from "@/lib/configuration/softkey-template-difference";

/** Changes in words, one a line. */
export function ChangeList({ changes }: { changes: readonly SoftkeyTemplateChange[] }) {
  const words = useWords();
  return (
    <ul className="list-disc ps-5 wrap-anywhere">
      {changes.map((change) => {
        const text = words.change(change);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}
