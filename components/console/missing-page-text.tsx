"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { objectInAddress } from "@/lib/client/missing-object";
import { listPath } from "@/lib/client/object-path";

/** Shown beside the menu for an address that leads nowhere: names what is not there, and leads on. */
export function MissingPageText() {
  const t = useTranslations();
  const pathname = usePathname();
  const missing = objectInAddress(pathname);
  const title = t("common.notFoundPage.title");
  return (
    <>
      <title>{`${title} · ${t("common.productName")}`}</title>
      <div className="flex max-w-2xl flex-col items-start gap-3 p-4">
        <h1 className="text-lg font-semibold">{title}</h1>
        <p className="font-medium wrap-anywhere">
          {missing
            ? t("common.notFoundPage.object", {
                kind: t(`catalogue.configurationKind.${missing.kind}`),
                name: missing.name,
              })
            : t("common.notFoundPage.address", { address: pathname })}
        </p>
        <p className="text-muted">
          {t(missing ? "common.notFoundPage.objectBody" : "common.notFoundPage.body")}{" "}
          {t("common.notFoundPage.search")}
        </p>
        <p className="flex gap-4">
          {missing ? (
            <Link href={listPath(missing.kind)}>
              {t("findAndList.title", { objects: t(`${missing.kind}.plural`) })}
            </Link>
          ) : null}
          <Link href="/">{t("common.notFoundPage.home")}</Link>
        </p>
      </div>
    </>
  );
}
