"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NameDesk } from "@/components/call-back/phones/name-desk";
import type { Bench } from "@/components/call-back/phones/use-bench";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem, MenuSection } from "@/components/ui/menu";
import { refusalOf } from "@/lib/client/api-error";
import { desksQuery, refreshDesks, removeDeskMutation } from "@/lib/client/desk";

type Asked = "save" | "rename" | "delete";

/** Which desk is open: saves what is on it under a name, opens another one, renames and deletes. */
export function DeskMenu({ bench }: { bench: Bench }) {
  const t = useTranslations("deskPhone.desk");
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data } = useQuery(desksQuery());
  const desks = data?.items ?? [];
  const close = () => setAsked(null);
  const { desk } = bench;
  return (
    <>
      <Menu
        aria-label={t("menu")}
        button={
          <Button size="small" icon={<ChevronDown aria-hidden />}>
            {desk === null ? t("noName") : t("named", { name: desk })}
          </Button>
        }
      >
        {desks.length === 0 ? null : (
          <MenuSection title={t("open")}>
            {desks.map(({ name, phones }) => (
              <MenuItem
                key={name}
                id={`open ${name}`}
                detail={t("phones", { count: phones.length })}
                onAction={() => bench.open(name, phones)}
              >
                {name ?? ""}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        <MenuSection title={t("this")}>
          <MenuItem id="save" onAction={() => setAsked("save")}>
            {t("save")}
          </MenuItem>
          {desk === null ? null : (
            <MenuItem id="rename" onAction={() => setAsked("rename")}>
              {t("rename")}
            </MenuItem>
          )}
          {desk === null ? null : (
            <MenuItem id="delete" onAction={() => setAsked("delete")}>
              {t("delete")}
            </MenuItem>
          )}
          <MenuItem id="clear" onAction={() => bench.open(null, [])}>
            {t("clear")}
          </MenuItem>
        </MenuSection>
      </Menu>
      {asked === "save" || asked === "rename" ? (
        <NameDesk bench={bench} renamed={asked === "rename" ? desk : null} onClose={close} />
      ) : null}
      {asked === "delete" && desk !== null ? <DeleteDesk name={desk} bench={bench} onClose={close} /> : null}
    </>
  );
}

function DeleteDesk({ name, bench, onClose }: { name: string; bench: Bench; onClose: () => void }) {
  const t = useTranslations("deskPhone.desk");
  const common = useTranslations("common");
  const status = useStatus();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const remove = useMutation({
    ...removeDeskMutation(),
    onSuccess: () => status.show({ tone: "good", text: t("deleted", { name }) }),
    onError: (error) => status.show({ tone: "bad", text: refusalText(refusalOf(error)) }),
    onSettled: () => {
      bench.call(null);
      onClose();
      return refreshDesks(client);
    },
  });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t("deleteTitle", { name })}
      confirmLabel={common("delete")}
      isPending={remove.isPending}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ params: { name } })}
    >
      {t("deleteText")}
    </ConfirmDialog>
  );
}
