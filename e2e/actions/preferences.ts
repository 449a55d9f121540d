import type { BrowserContext } from "@playwright/test";

/** Shows the console in a language and a theme from the next page on, as the cookies of a returning person do. */
export async function prefer(
  context: BrowserContext,
  baseURL: string | undefined,
  { language = "en", theme = "light" }: { language?: "en" | "ko"; theme?: "light" | "dark" },
): Promise<void> {
  const url = baseURL ?? "";
  await context.addCookies([
    { name: "ringback-locale", value: language, url },
    { name: "ringback-theme", value: theme, url },
  ]);
}
