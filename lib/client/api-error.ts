import { ORPCError } from "@orpc/client";
import type { Problem } from "@/lib/configuration/problem";

/** What the API says when it refuses, as pages use it. */
export interface ApiRefusal {
  /** A code of `lib/contract/errors.ts`, or `offline` when there was no answer. */
  code: string;
  status: number;
  problems: readonly Problem[];
  data: Readonly<Record<string, unknown>>;
}

/** Nobody has worked on what was asked: it is worth asking again when the server answers. */
export function isUnanswered({ code }: Pick<ApiRefusal, "code">): boolean {
  return code === "offline" || code === "databaseUnavailable";
}

/** The refusal behind an error of a query or mutation. */
export function refusalOf(error: unknown): ApiRefusal {
  if (!(error instanceof ORPCError)) return { code: "offline", status: 0, problems: [], data: {} };
  const data = (error.data ?? {}) as Record<string, unknown>;
  const problems = Array.isArray(data.problems) ? (data.problems as Problem[]) : [];
  return { code: error.code, status: error.status, problems, data };
}
