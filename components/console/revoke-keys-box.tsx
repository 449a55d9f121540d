"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";

type RevokeKeysBoxProps = {
  /** How many keys there are; without any there is nothing to ask. */
  count: number;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
};

/** Asks, beside a new password, what becomes of the API keys: programs that use them need no password. */
export function RevokeKeysBox({ count, isSelected, onChange }: RevokeKeysBoxProps) {
  const t = useTranslations("userManagement.keysAfterPassword");
  if (count === 0) return null;
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} description={t("help")} className="max-w-xl">
      {t("revoke", { count })}
    </Checkbox>
  );
}
