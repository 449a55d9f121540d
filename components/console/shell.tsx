"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/console/commands";
import { useArrivals } from "@/components/console/heading-focus";
import { useLeave } from "@/components/console/navigation-guard";
import { CommandPalette } from "@/components/console/palette/command-palette";
import { RecentProvider } from "@/components/console/palette/recent";
import type { SearchObjects } from "@/components/console/palette/use-object-search";
import type { Preference } from "@/components/console/preferences";
import { ShellCommands } from "@/components/console/shell-commands";
import { SideMenu } from "@/components/console/side-menu";
import { TopBar } from "@/components/console/top-bar";
import { typeIntoFocus, useTypedAhead, WhenThere } from "@/components/console/typed-ahead";
import type { ShellUser } from "@/components/console/user-menu";
import { ToastPlace } from "@/components/ui/toast-place";

// Loaded when first opened, so that they cost a page nothing.
const MenuDrawer = dynamic(() =>
  import("@/components/console/menu-drawer").then((module) => module.MenuDrawer),
);
const KeyboardHelp = dynamic(() =>
  import("@/components/console/keyboard-help").then((module) => module.KeyboardHelp),
);

export type ShellProps = {
  user: ShellUser;
  clusterName: string;
  onSignOut: () => void;
  /** Remembers theme and language with the person; cookies already remember them in this browser. */
  onPreference?: (preference: Preference) => void;
  /** Finds objects for the palette. */
  searchObjects?: SearchObjects;
  children: ReactNode;
};

type Overlay = "palette" | "keyboard" | "menu";

/** Top bar, menu and page of a signed-in person. */
export function Shell({ user, clusterName, onSignOut, onPreference, searchObjects, children }: ShellProps) {
  const t = useTranslations("shell");
  const leave = useLeave();
  const pathname = usePathname();
  useArrivals();
  const [overlay, setOverlay] = useState<{ kind: Overlay; pathname: string } | null>(null);
  function close() {
    typedAhead.end();
    setOverlay(null);
  }
  // Going to another page closes what lies over it.
  const shown = overlay?.pathname === pathname ? overlay.kind : null;
  const typedAhead = useTypedAhead(pathname, close);
  function open(kind: Overlay) {
    // What is shown the first time is loaded first, and so long nothing else is.
    if (kind !== "menu") typedAhead.begin();
    setOverlay({ kind, pathname });
  }

  useCommand({
    id: "search",
    label: t("keyboardHelp.search"),
    keys: "Ctrl+K",
    scope: "anywhere",
    isInPalette: false,
    run: () => open("palette"),
  });
  useCommand({
    id: "keyboardHelp",
    label: t("keyboardHelp.help"),
    keys: "?",
    scope: "anywhere",
    isInPalette: false,
    run: () => open("keyboard"),
  });

  const menu = <SideMenu role={user.role} onKeyboardHelp={() => open("keyboard")} />;
  return (
    <RecentProvider userName={user.name}>
      <ShellCommands role={user.role} onPreference={onPreference} onSignOut={() => leave(onSignOut)} />
      <a
        href="#content"
        className="focus-ring fixed start-2 top-2 z-50 -translate-y-16 rounded-control bg-surface px-3 py-2 focus:translate-y-0"
      >
        {t("skipToContent")}
      </a>
      <TopBar
        user={user}
        clusterName={clusterName}
        onMenu={() => open("menu")}
        onSearch={() => open("palette")}
        onSignOut={() => leave(onSignOut)}
        onPreference={onPreference}
      />
      <div className="flex">
        <aside className="sticky top-(--bar-height) h-[calc(100dvh-var(--bar-height))] w-52 shrink-0 overflow-y-auto border-e border-line bg-canvas max-lg:hidden print:hidden">
          {menu}
        </aside>
        <main
          id="content"
          tabIndex={-1}
          className="min-h-[calc(100dvh-var(--bar-height))] min-w-0 flex-1 bg-surface outline-none"
        >
          {children}
          <ToastPlace />
        </main>
      </div>
      <MenuDrawer isOpen={shown === "menu"} onClose={close}>
        {menu}
      </MenuDrawer>
      {shown === "palette" ? (
        <>
          <CommandPalette
            role={user.role}
            searchObjects={searchObjects}
            onKeyboardHelp={() => open("keyboard")}
            onClose={close}
          />
          <WhenThere run={() => typeIntoFocus(typedAhead.end())} />
        </>
      ) : null}
      {shown === "keyboard" ? (
        <>
          <KeyboardHelp onClose={close} />
          <WhenThere run={() => void typedAhead.end()} />
        </>
      ) : null}
    </RecentProvider>
  );
}
