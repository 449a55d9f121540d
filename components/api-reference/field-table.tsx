import { useTranslations } from "next-intl";
import { type ApiDocument, type ApiSchema, resolved } from "@/components/api-reference/document";
import { schemaWords } from "@/components/api-reference/schema-words";

interface Field {
  name: string;
  schema: ApiSchema;
  isRequired: boolean;
  place?: string;
  description?: string | undefined;
}

/** The fields of an object schema, as the table shows them. */
export function fieldsOf(given: ApiSchema | undefined, document: ApiDocument): Field[] {
  if (!given) return [];
  const schema = resolved(given, document);
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    schema: field,
    isRequired: schema.required?.includes(name) ?? false,
    description: resolved(field, document).description,
  }));
}

/** Name, type and meaning of the fields of a request or an answer. */
export function FieldTable({
  caption,
  fields,
  document,
}: {
  caption: string;
  fields: readonly Field[];
  document: ApiDocument;
}) {
  const t = useTranslations("help.api");
  if (fields.length === 0) return null;
  return (
    <table className="w-full border-collapse text-start">
      <caption className="pb-1 text-start font-medium">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("type")}</th>
          <th scope="col">{t("meaning")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, schema, isRequired, place, description }) => (
          <tr key={`${place ?? ""}${name}`} className="border-t border-line align-top">
            <th scope="row" className="w-48 py-1 pe-3 text-start font-mono font-normal break-all max-sm:w-24">
              {name}
              {isRequired ? <span className="ms-2 font-sans text-muted">{t("required")}</span> : null}
            </th>
            <td className="w-80 py-1 pe-3 font-mono wrap-anywhere text-muted max-sm:w-28">
              {schemaWords(schema, document)}
            </td>
            <td className="py-1 wrap-anywhere">{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
