"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { Menu } from "react-aria-components/Menu";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import { useCommands } from "@/components/console/commands";
import { menuPages, menuTree, visibleEntries } from "@/components/console/menu-tree";
import { useNavigate } from "@/components/console/navigation-guard";
import { type SearchObjects, useObjectSearch } from "@/components/console/use-object-search";
import { Kbd } from "@/components/ui/kbd";
import { MenuItem, MenuSection } from "@/components/ui/menu";
import type { Role } from "@/lib/catalog/roles";

const objectKeyPrefix = "object:";

type CommandPaletteProps = {
  role: Role;
  searchObjects?: SearchObjects | undefined;
  onKeyboardHelp: () => void;
  onClose: () => void;
};

/** One field for everything: actions of this page, objects, pages. */
export function CommandPalette({ role, searchObjects, onKeyboardHelp, onClose }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const commands = useCommands().filter(({ isInPalette }) => isInPalette !== false);
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  const { found, isSearching } = useObjectSearch(text, searchObjects);
  const pages = visibleEntries(
    menuPages().map(({ page }) => page),
    role,
  );
  const trails = new Map(menuPages(menuTree).map(({ page, trail }) => [page.id, trail]));

  function run(action: () => void) {
    onClose();
    action();
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[12vh] data-entering:animate-fade-in"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-panel border border-line bg-raised text-text">
        <Dialog aria-label={t("palette.title")} className="flex max-h-[60vh] flex-col outline-none">
          <Autocomplete
            inputValue={text}
            onInputChange={setText}
            // The server has already matched the objects.
            filter={(words, input, node) =>
              String(node.key).startsWith(objectKeyPrefix) || contains(words, input)
            }
          >
            <TextField
              aria-label={t("palette.title")}
              autoFocus
              className="flex items-center gap-2 border-b border-line px-3"
            >
              <Search aria-hidden className="size-4 text-muted" />
              <Input
                placeholder={t("palette.placeholder")}
                className="h-11 w-full bg-transparent text-base outline-none placeholder:text-muted"
              />
              <Kbd keys="Esc" />
            </TextField>
            <Menu
              aria-label={t("palette.title")}
              className="min-h-0 flex-1 overflow-y-auto p-1 outline-none"
              renderEmptyState={() => (
                <p className="px-3 py-6 text-center text-muted">
                  {isSearching ? t("palette.searching") : t("palette.nothing", { text })}
                </p>
              )}
            >
              {commands.length === 0 ? null : (
                <MenuSection title={t("palette.actions")}>
                  {commands.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      detail={command.keys === undefined ? undefined : <Kbd keys={command.keys} />}
                      onAction={() => run(command.run)}
                    >
                      {command.label}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {found.length === 0 ? null : (
                <MenuSection title={t("palette.objects")}>
                  {found.map(({ id, name, kind, href }) => (
                    <MenuItem
                      key={id}
                      id={objectKeyPrefix + id}
                      detail={kind}
                      onAction={() => run(() => navigate(href))}
                    >
                      {name}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              <MenuSection title={t("palette.pages")}>
                {pages.map((page) => (
                  <MenuItem
                    key={page.id}
                    id={`page:${page.id}`}
                    detail={trails
                      .get(page.id)
                      ?.map((id) => t(`tree.${id}`))
                      .join(" > ")}
                    onAction={() => run(() => navigate(page.path))}
                  >
                    {t(`tree.${page.id}`)}
                  </MenuItem>
                ))}
                <MenuItem id="page:keyboard" detail={t("tree.help")} onAction={() => run(onKeyboardHelp)}>
                  {t("tree.keyboard")}
                </MenuItem>
              </MenuSection>
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
