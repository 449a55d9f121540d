"use client";

import { useTranslations } from "next-intl";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { useCommand } from "@/components/console/commands";

const onKeyboard = { scope: "page", isInPalette: false } as const;

/** The keys of the keyboard, for the one phone that they work on. */
export function DeskKeys({ desk, isLifted }: { desk: DeskPhone; isLifted: boolean }) {
  const t = useTranslations("deskPhone.keys");
  const { digits } = desk;
  useCommand({
    id: "digits",
    label: t("digits"),
    keys: "0 1 2 3 4 5 6 7 8 9 * #",
    ...onKeyboard,
    run: (key = "") => desk.typeDigit(key),
  });
  useCommand({
    id: "backspace",
    label: t("backspace"),
    keys: "Backspace",
    ...onKeyboard,
    run: desk.eraseDigit,
  });
  useCommand(
    isLifted && digits === ""
      ? null
      : { id: "dial", label: t("enter"), keys: "Enter", ...onKeyboard, run: desk.dialOrLift },
  );
  useCommand({ id: "hangUp", label: t("escape"), keys: "Escape", ...onKeyboard, run: desk.hangUp });
  return null;
}
