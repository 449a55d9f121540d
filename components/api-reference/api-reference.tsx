import { useTranslations } from "next-intl";
import { type ApiDocument, operationsByTag } from "@/components/api-reference/document";
import { Operation } from "@/components/api-reference/operation";
import { Page } from "@/components/console/page";

/** The reference of the REST API, made from the OpenAPI document; it needs no script in the browser. */
export function ApiReference({ document, origin }: { document: ApiDocument; origin: string }) {
  const t = useTranslations("help.api");
  const base = document.servers?.[0]?.url ?? "";
  const example = `curl --user admin "${origin}${base}/softkey-templates?where=name:beginsWith:Standard&limit=5"`;
  return (
    <Page at="api" title={t("title")}>
      <div className="flex max-w-5xl flex-col gap-6 p-4">
        <section className="flex flex-col gap-2">
          <p>{t("intro")}</p>
          <pre className="rounded-control border border-line bg-sunken p-3 font-mono break-all whitespace-pre-wrap">
            {example}
          </pre>
          <p>
            <a className="focus-ring text-accent-text underline" href={`${base}/openapi.json`}>
              {t("document")}
            </a>
          </p>
        </section>
        {[...operationsByTag(document)].map(([tag, operations]) => (
          <section key={tag}>
            <h2 className="pb-2 text-base font-semibold">{tag}</h2>
            <div className="border-b border-line">
              {operations.map((operation) => (
                <Operation
                  key={operation.method + operation.path}
                  operation={operation}
                  document={document}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </Page>
  );
}
