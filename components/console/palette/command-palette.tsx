"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import type { SearchObjects } from "@/components/console/palette/use-object-search";
import { Kbd } from "@/components/ui/kbd";
import type { Role } from "@/lib/catalog/roles";

// The field is there at once, since people type at once; what it finds is loaded when it is first opened.
const PaletteResults = dynamic(() =>
  import("@/components/console/palette/palette-results").then((module) => module.PaletteResults),
);

/** The longest text that the server looks for. */
const longestText = 100;

type CommandPaletteProps = {
  role: Role;
  searchObjects?: SearchObjects | undefined;
  onKeyboardHelp: () => void;
  onClose: () => void;
};

/** One field for everything: actions of this page, objects, pages. */
export function CommandPalette({ role, searchObjects, onKeyboardHelp, onClose }: CommandPaletteProps) {
  const t = useTranslations("shell.palette");
  const [text, setText] = useState("");
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[12vh] data-entering:animate-fade-in"
    >
      <Modal className="w-full max-w-2xl overflow-hidden rounded-panel border border-line bg-raised text-text">
        <Dialog aria-label={t("title")} className="flex max-h-[65vh] flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField
              aria-label={t("title")}
              autoFocus
              maxLength={longestText}
              className="flex items-center gap-2 border-b border-line px-3"
            >
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Input
                placeholder={t("placeholder")}
                className="h-11 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted"
              />
              <Kbd keys="Esc" />
            </TextField>
            <PaletteResults
              role={role}
              text={text}
              searchObjects={searchObjects}
              onKeyboardHelp={onKeyboardHelp}
              onClose={onClose}
            />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
