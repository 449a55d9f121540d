"use client";

import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/console/history/change-list";
import { useKindWords } from "@/components/console/object/use-kind-words";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import { identityText } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";
import { changesOfPath } from "@/lib/client/paths";
import type { ChangeObjectDto } from "@/lib/contract/change";

type ChangeObjectsProps = {
  objects: { items: readonly ChangeObjectDto[]; nextCursor: string | null; total: number };
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
};

/** More differences than these are folded away, as those of a new template are. */
const mostUnfolded = 6;

/** The objects of a change, a row each, with what is different and links to them and to what else happened to them. */
export function ChangeObjects({ objects, cursor, onCursor }: ChangeObjectsProps) {
  const t = useTranslations("change");
  const kindName = useTranslations("catalogue.configurationKind");
  return (
    <section className="flex flex-col gap-2 border-t border-line py-3">
      <div className="flex flex-wrap items-baseline gap-3 px-4">
        <h2 className="font-semibold">{t("objects")}</h2>
        <span className="text-muted">{t("object.count", { total: objects.total })}</span>
      </div>
      <TableArea>
        <Table aria-label={t("objects")}>
          <TableHeader>
            <Column isRowHeader>{t("object.name")}</Column>
            <Column>{t("object.kind")}</Column>
            <Column>{t("object.action")}</Column>
            <Column>{t("object.differences")}</Column>
            <Column>{t("object.history")}</Column>
          </TableHeader>
          <TableBody renderEmptyState={() => <p className="px-4 py-3 text-muted">{t("object.none")}</p>}>
            {objects.items.map((object) => (
              <Row key={keyOf(object)} id={keyOf(object)}>
                <Cell part="name" className="align-top font-mono">
                  <ObjectName object={object} />
                </Cell>
                <Cell label={t("object.kind")} className="align-top">
                  <span className="inline-block first-letter:uppercase">{kindName(object.kind)}</span>
                </Cell>
                <Cell label={t("object.action")} className="align-top">
                  {t(`action.${object.action}`)}
                </Cell>
                <Cell label={t("object.differences")} className="align-top sm:min-w-56">
                  <Differences object={object} />
                </Cell>
                <Cell label={t("object.history")} className="align-top whitespace-nowrap">
                  <Link href={changesOfPath(object.kind, object)}>{t("object.allChanges")}</Link>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </TableArea>
      <div className="flex justify-end gap-2 px-4">
        {cursor === undefined ? null : (
          <Button size="small" onPress={() => onCursor(undefined)}>
            {t("first")}
          </Button>
        )}
        {objects.nextCursor === null ? null : (
          <Button size="small" onPress={() => onCursor(objects.nextCursor ?? undefined)}>
            {t("next")}
          </Button>
        )}
      </div>
    </section>
  );
}

const keyOf = ({ kind, name, partition }: ChangeObjectDto) => JSON.stringify([kind, name, partition]);

/** A link to the object, unless the change has deleted it. */
function ObjectName({ object: { kind, name, partition, action } }: { object: ChangeObjectDto }) {
  const text = identityText({ name, partition });
  return action === "deleted" ? text : <Link href={pathOf(kind, { name, partition })}>{text}</Link>;
}

function Differences({ object: { kind, differences } }: { object: ChangeObjectDto }) {
  const t = useTranslations("change");
  const texts = useKindWords(kind).changes(differences);
  if (texts.length <= mostUnfolded) return <ChangeList changes={texts} />;
  return (
    <details>
      <summary className="focus-ring w-fit cursor-default rounded-xs">
        {t("folded", { count: texts.length })}
      </summary>
      <ChangeList changes={texts} />
    </details>
  );
}
