import type { Problem } from "@/lib/configuration/problem";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import { fileProblemPlace, fileProblemText } from "@/lib/i18n/file-problem-text";
import { problemText } from "@/lib/i18n/problem-text";
import type { Translate } from "@/lib/i18n/translate";
import { translatorFor } from "@/lib/i18n/translator";
import type { ApiError } from "@/lib/server/api/error-mapper";
import type { FileProblem } from "@/lib/unified-cm/file-problem";

const mostProblemsInWords = 5;

/** The error in words, in the first language of the Accept-Language header that the console speaks. */
export async function errorText(error: ApiError, acceptLanguage: string | null): Promise<string> {
  const translate = await translatorFor(acceptedLocale(acceptLanguage));
  const data = (error.data ?? {}) as {
    problems?: readonly (Problem | FileProblem)[];
    retryAfterSeconds?: number;
  };
  const key = `errors.${error.code}`;
  const summary = translate.has(key)
    ? translate(key, { seconds: data.retryAfterSeconds ?? 0 })
    : error.message;
  const problems = (data.problems ?? []).slice(0, mostProblemsInWords).map((problem) => {
    const { place, text } = wordsOf(translate, problem);
    return place === "" ? text : `${place}: ${text}`;
  });
  return [summary, ...problems].join(" ");
}

function wordsOf(translate: Translate, problem: Problem | FileProblem): { place: string; text: string } {
  if (!("path" in problem))
    return { place: fileProblemPlace(translate, problem), text: fileProblemText(translate, problem) };
  // People count from 1.
  const place = problem.path.map((part) => (typeof part === "number" ? `#${part + 1}` : part)).join(" › ");
  return { place, text: problemText(translate, problem) };
}
