"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type Theme, themeCookie } from "@/components/console/theme";
import { type Locale, localeCookie } from "@/lib/i18n/locales";

/** What a person chose, one thing at a time; the names are those of the API's preferences. */
export type Preference = { theme: Theme } | { language: Locale };

type Preferences = {
  theme: Theme;
  setTheme: (theme: Theme) => void;
  setLanguage: (language: Locale) => void;
};

const PreferencesContext = createContext<Preferences | null>(null);

const oneYearSeconds = 365 * 24 * 60 * 60;

function remember(cookie: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain HTTP addresses.
  document.cookie = `${cookie}=${value}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}

/** Theme and language of this browser, changed at once and remembered in cookies for the next visit. */
export function PreferencesProvider({
  initialTheme,
  children,
}: {
  initialTheme: Theme;
  children: ReactNode;
}) {
  const router = useRouter();
  const [theme, showTheme] = useState(initialTheme);
  const preferences = useMemo<Preferences>(
    () => ({
      theme,
      setTheme(next) {
        remember(themeCookie, next);
        document.documentElement.dataset.theme = next;
        showTheme(next);
      },
      setLanguage(next) {
        remember(localeCookie, next);
        // Texts come from the server; what is typed on the page stays.
        router.refresh();
      },
    }),
    [theme, router],
  );
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

/** Theme and language, and how to change them. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error("Preferences are used outside of PreferencesProvider");
  return preferences;
}
