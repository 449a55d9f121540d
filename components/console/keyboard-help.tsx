"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/console/commands";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

type Line = { id: string; label: string; keys: string };

/** Every key that works now, from the registry, and those that work in every list and dialog. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell.keyboardHelp");
  const commands = useCommands().flatMap(({ id, label, keys, scope }) =>
    keys === undefined ? [] : [{ id, label, keys, scope }],
  );
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("title")}>
      <div className="grid gap-6 sm:grid-cols-2">
        <div className="flex flex-col gap-6">
          <Lines title={t("groupPage")} lines={commands.filter(({ scope }) => scope === "page")} />
          <Lines title={t("groupAnywhere")} lines={commands.filter(({ scope }) => scope === "anywhere")} />
          <Lines
            title={t("groupControls")}
            lines={[
              { id: "nextArea", label: t("nextArea"), keys: "Tab" },
              { id: "move", label: t("move"), keys: "↑ ↓ ← →" },
              { id: "choose", label: t("choose"), keys: "Enter" },
              { id: "select", label: t("select"), keys: "Space" },
              { id: "close", label: t("close"), keys: "Esc" },
            ]}
          />
        </div>
        <Lines title={t("groupGoTo")} lines={commands.filter(({ scope }) => scope === "goTo")} />
      </div>
    </Dialog>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 text-xs font-semibold text-muted">{title}</h3>
      <dl>
        {lines.map(({ id, label, keys }) => (
          <div key={id} className="flex min-h-8 items-center gap-4 border-t border-line py-1">
            <dt className="flex-1">{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
