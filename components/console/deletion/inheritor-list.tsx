"use client";

import { useTranslations } from "next-intl";
import { RecordName } from "@/components/console/deletion/dependency-list";

/** Phones that take an object without naming it, and through which object each of them does. */
export type InheritedBy = {
  items: readonly {
    kind: string;
    name: string;
    through: { kind: string; name: string } | null;
  }[];
  total: number;
};

/** Who inherits an object, apart from its dependency records; nothing when nobody does. */
export function InheritorList({ items, total }: InheritedBy) {
  const t = useTranslations("configuration.inheritedBy");
  if (total === 0) return null;
  return (
    <section>
      <h2 className="font-medium">
        {t("title")}
        <span className="ms-2 text-muted">{t("count", { count: total })}</span>
      </h2>
      <p className="text-muted">{t("body")}</p>
      <ul className="mt-1">
        {items.map(({ kind, name, through }) => (
          <li key={`${kind} ${name}`} className="ms-4 wrap-anywhere">
            <RecordName kind={kind} name={name} partition={null} />
            <span className="text-muted">
              {through === null ? (
                ` · ${t("asDefault")}`
              ) : (
                <>
                  {" · "}
                  {t.rich("through", {
                    object: () => <RecordName kind={through.kind} name={through.name} partition={null} />,
                  })}
                </>
              )}
            </span>
          </li>
        ))}
        {total > items.length ? (
          <li className="ms-4 text-muted">{t("more", { count: total - items.length })}</li>
        ) : null}
      </ul>
    </section>
  );
}
