"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EffectBadge } from "@/components/console/device/effect-badge";
import { useDeviceWords } from "@/components/console/device/use-device-words";
import { ChangeList } from "@/components/console/history/change-list";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import { objectPath } from "@/lib/client/object-path";
import type { PendingDto } from "@/lib/contract/device";

type PendingTableProps = {
  items: readonly PendingDto[];
  /** null: nothing can be done with rows. */
  selected: ReadonlySet<string> | null;
  onSelect: (names: ReadonlySet<string>) => void;
  empty: ReactNode;
};

/** The phones that wait, a row each: what Apply Config does to it and what differs. */
export function PendingTable({ items, selected, onSelect, empty }: PendingTableProps) {
  const t = useTranslations("device.pending");
  const words = useDeviceWords();
  const names = items.map(({ phone }) => phone);
  return (
    <TableArea>
      <Table
        aria-label={t("title")}
        selectionMode={selected ? "multiple" : "none"}
        selectedKeys={selected ?? []}
        onSelectionChange={(keys) => onSelect(new Set(keys === "all" ? names : [...keys].map(String)))}
      >
        <TableHeader>
          {selected ? (
            <Column part="select" className="w-10 ps-4">
              <Checkbox slot="selection" />
            </Column>
          ) : null}
          <Column isRowHeader>{t("phone")}</Column>
          <Column>{t("effect")}</Column>
          <Column>{t("why")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {items.map(({ phone, impact, changes }) => (
            <Row key={phone} id={phone}>
              {selected ? (
                <Cell part="select" className="ps-4">
                  <Checkbox slot="selection" />
                </Cell>
              ) : null}
              <Cell part="name" className="font-mono">
                <Link href={objectPath("phone", phone) ?? ""}>{phone}</Link>
              </Cell>
              <Cell label={t("effect")}>
                <EffectBadge impact={impact} />
              </Cell>
              <Cell label={t("why")}>
                <ChangeList changes={words.changes(changes)} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </TableArea>
  );
}
