import { useTranslations } from "next-intl";
import { type ApiDocument, errorCodes, type ListedOperation } from "@/components/api-reference/document";
import { FieldTable, fieldsOf } from "@/components/api-reference/field-table";

/** One operation: method and path as the summary, the rest on demand. */
export function Operation({ operation, document }: { operation: ListedOperation; document: ApiDocument }) {
  const t = useTranslations("help.api");
  const { method, path, summary, description, parameters = [], requestBody, responses = {} } = operation;
  const parameterFields = parameters.map((parameter) => ({
    name: parameter.name,
    schema: parameter.schema ?? {},
    isRequired: parameter.required ?? false,
    place: parameter.in,
    description: parameter.description ?? parameter.schema?.description,
  }));
  const body = requestBody?.content["application/json"]?.schema;
  const answers = Object.entries(responses);
  const success = answers.find(([status]) => status.startsWith("2"));
  const successSchema = success?.[1].content?.["application/json"]?.schema;
  const refusals = answers.filter(([status]) => !status.startsWith("2"));
  return (
    <details className="group border-t border-line">
      <summary className="focus-ring flex min-h-9 cursor-default flex-wrap items-center gap-x-3 gap-y-1 py-1.5 hover:bg-hover">
        <span className="w-16 font-mono font-semibold text-accent-text">{method}</span>
        <span className="font-mono break-all">{path}</span>
        <span className="text-muted">{summary}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-5 md:ps-19">
        {description === undefined ? null : <p>{description}</p>}
        <FieldTable caption={t("parameters")} fields={parameterFields} document={document} />
        <FieldTable caption={t("body")} fields={fieldsOf(body, document)} document={document} />
        <FieldTable
          caption={t("answer", { status: success?.[0] ?? "200" })}
          fields={fieldsOf(successSchema, document)}
          document={document}
        />
        <div>
          <h4 className="pb-1 font-medium">{t("errors")}</h4>
          <ul className="flex flex-col">
            {refusals.map(([status, { content }]) => (
              <li key={status} className="flex flex-wrap gap-x-3 border-t border-line py-1">
                <span className="w-12 tabular-nums">{status}</span>
                <span className="font-mono text-muted">
                  {errorCodes(content?.["application/json"]?.schema, document).join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </details>
  );
}
