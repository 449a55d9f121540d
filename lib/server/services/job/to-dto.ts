import { isFinal, type JobKind } from "@/lib/catalog/jobs";
import { isConfigurationKind } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";
import type { JobDto, JobItemDto } from "@/lib/contract/job";
import type { ApplyResult } from "@/lib/devices/apply-result";
import { isDeviceCommand } from "@/lib/devices/forecast";
import type { StoredJob } from "@/lib/server/db/job";
import type { StoredJobItem } from "@/lib/server/db/job-item";
import type { SeenChange } from "@/lib/server/services/configuration/many";

const time = (date: Date | null) => date?.toISOString() ?? null;

/** True when a job has ended and left something that can be tried again. */
export function canRetry({ state, failed, parameters }: StoredJob): boolean {
  return isFinal(state) && failed > 0 && parameters.isDryRun !== true;
}

/** The job as the API answers it. */
export function toJobDto(job: StoredJob): JobDto {
  const { id, kind, resource, state, total, done, waiting, underway, failed, outcomes, problem } = job;
  const { parameters, retryOf, fileId, createdAt, startedAt, finishedAt, by, reason } = job;
  const { startsAt, timeZone, idleUntil, version, changedBy } = job;
  return {
    id,
    kind,
    resource,
    state,
    mode: (parameters.mode as JobDto["mode"] | undefined) ?? null,
    isDryRun: parameters.isDryRun === true,
    total,
    done,
    waiting,
    underway,
    failed,
    outcomes,
    problem: problem && toProblemDto(problem),
    canRetry: canRetry(job),
    retryOf,
    fileId,
    createdAt: createdAt.toISOString(),
    startsAt: time(startsAt),
    timeZone,
    idleUntil: time(idleUntil),
    version,
    changedBy,
    startedAt: time(startedAt),
    finishedAt: time(finishedAt),
    by,
    reason,
  };
}

/** A problem as the API answers it. */
export function toProblemDto(problem: Problem) {
  return { ...problem, path: [...problem.path] };
}

/** The kind of the object of an item; null where all of a job are of one kind. */
function kindOfItem({ result }: StoredJobItem): JobItemDto["kind"] {
  const kind = (result as { kind?: unknown } | null)?.kind;
  return isConfigurationKind(kind) ? kind : null;
}

/** The item as the API answers it. */
export function toJobItemDto(kind: JobKind, item: StoredJobItem): JobItemDto {
  const { position, name, partition, state, outcome, problems, result } = item;
  const answer = isDeviceCommand(kind) ? (result as ApplyResult | null) : null;
  const seen = isDeviceCommand(kind) ? null : (result as SeenChange | null);
  return {
    position,
    name,
    partition,
    kind: kind === "undo" ? kindOfItem(item) : null,
    state,
    outcome: outcome === "" ? null : outcome,
    problems: (problems ?? []).map((problem) => ({ ...problem, path: [...problem.path] })),
    changes: structuredClone(seen?.changes ?? []) as JobItemDto["changes"],
    phone: isDeviceCommand(kind) ? name : null,
    cucmResult: answer?.cucmResult ?? null,
    phoneResult: answer?.phoneResult ?? null,
    reason: answer?.reason ?? null,
  };
}
