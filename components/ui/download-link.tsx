import { Download } from "lucide-react";
import type { ReactNode } from "react";

/** A link that saves a file, with the look of a button. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      download
      className="focus-ring inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-line bg-surface px-2 font-medium whitespace-nowrap text-text transition-colors hover:bg-hover [&_svg]:size-4"
    >
      <Download aria-hidden />
      {children}
    </a>
  );
}
