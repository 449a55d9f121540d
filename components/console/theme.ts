/** The themes a person can choose; `system` follows the computer. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const defaultTheme: Theme = "system";

/** The cookie that lets the server send the page in the right theme, so that it never flashes. */
export const themeCookie = "ringback-theme";

/** True when the text names a theme. */
export function isTheme(text: string | undefined): text is Theme {
  return themes.some((theme) => theme === text);
}
