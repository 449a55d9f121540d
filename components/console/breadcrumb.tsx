import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

export type Crumb = { label: string; href?: string };

/** Where the page is in the menu; the last part is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex min-h-6 flex-wrap items-center gap-x-1 text-muted">
        {crumbs.map(({ label, href }, index) => (
          <li key={label} className="flex items-center gap-1">
            {index === 0 ? null : <ChevronRight aria-hidden className="size-3.5" />}
            {href === undefined ? (
              <span aria-current={index === crumbs.length - 1 ? "page" : undefined}>{label}</span>
            ) : (
              <Link href={href} tone="quiet" className="hover:text-text">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
