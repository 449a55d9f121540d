import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ExposureNotice } from "@/components/console/exposure-notice";
import { Providers } from "@/components/console/providers";
import { defaultTheme, isTheme, themeCookie } from "@/components/console/theme";
import { isReachedUnencrypted } from "@/lib/server/pages/connection";
import "@/app/globals.css";

/** The document of every page: its language, its theme and what all pages share. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosenTheme = (await cookies()).get(themeCookie)?.value;
  const theme = isTheme(chosenTheme) ? chosenTheme : defaultTheme;
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body>
        <NextIntlClientProvider>
          {(await isReachedUnencrypted()) ? <ExposureNotice /> : null}
          <Providers initialTheme={theme}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
