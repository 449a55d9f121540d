import { ORPCError, ValidationError } from "@orpc/server";
import type { Logger } from "pino";
import { apiErrorOf } from "@/lib/server/api/api-errors";
import { mostProblems, problemsOfIssues } from "@/lib/server/api/schema-problems";
import { Refusal } from "@/lib/server/errors";
import type { Instance } from "@/lib/server/instance";

/** When to try again, while the database does not answer. */
const retryAfterSeconds = 5;

/** An error of the API: stable code, HTTP status, data. The words follow in `error-text.ts`. */
export type ApiError = ORPCError<string, unknown>;

/**
 * The one place where what was thrown becomes an answer. Refusals keep their code; trouble of the database is told by its
 * watch, which does not repeat itself; whatever is not foreseen is logged here once and answered as `internal`, without a
 * word about its inside.
 */
export function toApiError(
  error: unknown,
  { logger, runtime }: Pick<Instance, "logger" | "runtime">,
  requestId: string,
): ApiError {
  if (error instanceof Refusal) return apiError(error.code, error.data);
  if (error instanceof ORPCError && error.defined) return error;
  if (runtime.watch.failed(error)) return apiError("databaseUnavailable", { retryAfterSeconds });
  if (error instanceof ORPCError) return fromFramework(error, logger, requestId);
  logger.error({ err: error, requestId }, "request failed");
  return apiError("internal", { requestId });
}

/** An API error by its code. */
export function apiError(code: string, data: unknown = {}): ApiError {
  const { status, message } = apiErrorOf(code);
  return new ORPCError(code, { status, message, data: withinBounds(data), defined: true });
}

function withinBounds(data: unknown): unknown {
  const { problems } = data as { problems?: unknown };
  return Array.isArray(problems) ? { ...(data as object), problems: problems.slice(0, mostProblems) } : data;
}

function fromFramework(error: ApiError, logger: Logger, requestId: string): ApiError {
  if (error.cause instanceof ValidationError && error.status === 400) {
    return apiError("validationFailed", { problems: problemsOfIssues(error.cause.issues, error.cause.data) });
  }
  if (error.status === 400) return apiError("malformedRequest");
  if (error.status === 404) return apiError("notFound");
  logger.error({ err: error, requestId }, "request failed");
  return apiError("internal", { requestId });
}
