"use client";

import { ChevronDown, CircleUserRound, LogOut, UserRoundCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSection } from "@/components/ui/menu";
import type { Role } from "@/lib/catalog/roles";
import { myAccountPath } from "@/lib/client/paths";

/** The signed-in person as the shell shows them. */
export type ShellUser = { name: string; displayName: string; role: Role };

/** Who is signed in, in which role, and the way out. */
export function UserMenu({ user, onSignOut }: { user: ShellUser; onSignOut: () => void }) {
  const t = useTranslations("shell");
  return (
    <Menu
      aria-label={t("userMenu", { name: user.displayName })}
      button={
        <Button
          variant="quiet"
          size="small"
          icon={<CircleUserRound aria-hidden className="text-muted" />}
          aria-label={t("userMenu", { name: user.displayName })}
        >
          <span className="max-w-40 truncate max-sm:sr-only">{user.displayName}</span>
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <MenuSection title={`${user.name} · ${t(`role.${user.role}`)}`}>
        <MenuItem icon={<UserRoundCog aria-hidden className="text-muted" />} href={myAccountPath}>
          {t("tree.myAccount")}
        </MenuItem>
        <MenuItem icon={<LogOut aria-hidden className="text-muted" />} onAction={onSignOut}>
          {t("signOut")}
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}
