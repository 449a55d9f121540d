/** The part of a translator that is needed here; both the browser's and the server's have it. */
export interface Translate {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}
