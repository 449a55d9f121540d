import { expect, test } from "vitest";
import { acceptedLocale } from "@/lib/i18n/accept-language";

test.each([
  ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
  ["en-GB, ko", "en"],
  ["en;q=0.3, ko;q=0.7", "ko"],
  ["fr, ko;q=0.1", "ko"],
  ["ko;q=0, en;q=0.1", "en"],
  ["kok-IN", "en"],
  ["KO", "ko"],
  ["*", "en"],
  [";q=,;;", "en"],
  ["", "en"],
  [null, "en"],
])("Accept-Language %j is answered in %s", (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});
