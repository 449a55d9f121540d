import { createTranslator } from "next-intl";
import type { Problem } from "@/lib/configuration/problem";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import { loadMessages } from "@/lib/i18n/messages";
import { problemText } from "@/lib/i18n/problem-text";
import type { ApiError } from "@/lib/server/api/error-mapper";

const mostProblemsInWords = 5;

/** The error in words, in the first language of the Accept-Language header that the console speaks. */
export async function errorText(error: ApiError, acceptLanguage: string | null): Promise<string> {
  const locale = acceptedLocale(acceptLanguage);
  const translate = createTranslator({ locale, messages: await loadMessages(locale) });
  const data = (error.data ?? {}) as { problems?: readonly Problem[]; retryAfterSeconds?: number };
  const key = `errors.${error.code}` as never;
  const summary = translate.has(key)
    ? translate(key, { seconds: data.retryAfterSeconds ?? 0 } as never)
    : error.message;
  const problems = (data.problems ?? []).slice(0, mostProblemsInWords).map((problem) => {
    // People count from 1.
    const place = problem.path.map((part) => (typeof part === "number" ? `#${part + 1}` : part)).join(" › ");
    const text = problemText(translate as never, problem);
    return place === "" ? text : `${place}: ${text}`;
  });
  return [summary, ...problems].join(" ");
}
