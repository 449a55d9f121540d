"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MenuEntry, menuTree, visibleEntries } from "@/components/console/menu-tree";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/spinner";
import type { Role } from "@/lib/catalog/roles";

/** What a click on a link shows at once, until the page is there, also on a slow line. */
function NavigationSign() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : null;
}

const entryClass =
  "focus-ring-inset flex min-h-7 w-full cursor-default items-center rounded-control px-2 py-1 text-start";

/** The menu of the console; the page that is open is marked. */
export function SideMenu({ role, onKeyboardHelp }: { role: Role; onKeyboardHelp: () => void }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("menu")} className="flex flex-col gap-4 p-3">
      {visibleEntries(menuTree, role).map((group) => (
        <section key={group.id} aria-labelledby={`menu-${group.id}`}>
          <h2 id={`menu-${group.id}`} className="px-2 pb-1 text-xs font-semibold text-muted">
            {t(`tree.${group.id}`)}
          </h2>
          <Entries entries={group.entries} role={role} onKeyboardHelp={onKeyboardHelp} />
        </section>
      ))}
    </nav>
  );
}

function Entries({
  entries,
  role,
  onKeyboardHelp,
}: {
  entries: readonly MenuEntry[];
  role: Role;
  onKeyboardHelp: () => void;
}) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <ul className="flex flex-col">
      {visibleEntries(entries, role).map((entry) => {
        const label = t(`tree.${entry.id}`);
        if ("entries" in entry) {
          return (
            <li key={entry.id}>
              <span className="flex min-h-7 items-center px-2">{label}</span>
              <div className="ms-2 border-s border-line ps-2">
                <Entries entries={entry.entries} role={role} onKeyboardHelp={onKeyboardHelp} />
              </div>
            </li>
          );
        }
        if ("action" in entry) {
          return (
            <li key={entry.id}>
              <button type="button" onClick={onKeyboardHelp} className={cx(entryClass, "hover:bg-hover")}>
                {label}
              </button>
            </li>
          );
        }
        const isOpen = pathname === entry.path || pathname.startsWith(`${entry.path}/`);
        return (
          <li key={entry.id}>
            <Link
              tone="quiet"
              href={entry.path}
              aria-current={isOpen ? "page" : undefined}
              className={cx(
                entryClass,
                "hover:no-underline",
                isOpen ? "bg-accent-soft font-medium text-accent-text" : "hover:bg-hover",
              )}
            >
              <span className="flex-1">{label}</span>
              <NavigationSign />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
