"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect, useState } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { CommandsProvider } from "@/components/console/commands";
import { NavigationGuard, useNavigate } from "@/components/console/navigation-guard";
import { PreferencesProvider } from "@/components/console/preferences";
import { StatusProvider } from "@/components/console/status";
import type { Theme } from "@/components/console/theme";
import { refusalOf } from "@/lib/client/api-error";
import { askAgainWhenBack } from "@/lib/client/server-answers";

// The tags react-aria formats and translates by.
const ariaLocales = { en: "en-US", ko: "ko-KR" } as const;

/** Only a server that did not answer is asked once more; a refusal would be the same again. */
function isWorthAnotherTry(failures: number, error: Error): boolean {
  return failures === 0 && refusalOf(error).code === "offline";
}

function Routed({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return <RouterProvider navigate={(href) => navigate(href)}>{children}</RouterProvider>;
}

/** Everything the pages share in the browser, signed in or not. */
export function Providers({ initialTheme, children }: { initialTheme: Theme; children: ReactNode }) {
  const locale = useLocale();
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: isWorthAnotherTry } } }),
  );
  useEffect(() => askAgainWhenBack(queryClient), [queryClient]);
  return (
    <NuqsAdapter>
      <QueryClientProvider client={queryClient}>
        <I18nProvider locale={ariaLocales[locale]}>
          <PreferencesProvider initialTheme={initialTheme}>
            <CommandsProvider>
              <NavigationGuard>
                <Routed>
                  <StatusProvider>{children}</StatusProvider>
                </Routed>
              </NavigationGuard>
            </CommandsProvider>
          </PreferencesProvider>
        </I18nProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
