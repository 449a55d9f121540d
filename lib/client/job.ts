import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { isGoingOn, type JobItemState, type JobOutcome, type JobState } from "@/lib/catalog/jobs";
import { queries } from "@/lib/client/api";
import type { ListRequest } from "@/lib/client/list";
import { poll } from "@/lib/client/poll";
import type { JobDto } from "@/lib/contract/job";

/** How often the page of a job asks how far it is. */
const pollMilliseconds = 1_000;

/** Items of a job on one page of them. */
export const jobItemsOnPage = 50;

/** How often it is looked whether somebody started a job, while none goes on. */
const idleMilliseconds = 5_000;

/** How soon jobs are asked for again: often while one goes on, now and then while one waits for its time. */
function pollOf(states: readonly JobState[]): number | false {
  if (states.some(isGoingOn)) return pollMilliseconds;
  return states.includes("scheduled") && idleMilliseconds;
}

/** One page of jobs; asked again while one of them has not ended. */
export function jobsQuery(query: ListRequest) {
  return queries.job.list.queryOptions({
    input: { query },
    placeholderData: keepPreviousData,
    refetchInterval: poll((page) => pollOf(page?.items.map(({ state }) => state) ?? [])),
  });
}

/** How many jobs go on. */
export function runningJobsQuery() {
  const where = ["state:isExactly:queued", "state:isExactly:running"];
  const query = { where, match: "any" as const, sort: "-createdAt", limit: 1 };
  return queries.job.list.queryOptions({
    input: { query },
    refetchInterval: poll((page) => (page && page.total > 0 ? pollMilliseconds : idleMilliseconds)),
    select: ({ total }) => ({ total }),
  });
}

/** A job, asked again until it has ended. */
export function jobQuery(id: string) {
  return queries.job.get.queryOptions({
    input: { params: { id } },
    refetchInterval: poll((job) => (job ? pollOf([job.state]) : pollMilliseconds)),
  });
}

/** Which items of a job are wanted. */
export interface JobItemChoice {
  readonly state?: JobItemState;
  readonly outcome?: JobOutcome;
}

/** One page of the items of a job, asked again until it has ended. */
export function jobItemsQuery(job: JobDto, choice: JobItemChoice, cursor: string | undefined) {
  const query = {
    limit: jobItemsOnPage,
    ...choice,
    ...(cursor === undefined ? {} : { cursor: Number(cursor) }),
  };
  const options = queries.job.items.queryOptions({
    input: { params: { id: job.id }, query },
    placeholderData: keepPreviousData,
    refetchInterval: poll(pollOf([job.state])),
  });
  // The end of a job is a question of its own, so that what is shown last is how it ended.
  return { ...options, queryKey: [...options.queryKey, job.state] as const };
}

/** Why items of a job failed, once it has ended. */
export function jobRefusalsQuery(id: string) {
  return queries.job.refusals.queryOptions({ input: { params: { id } } });
}

export const updateJobMutation = () => queries.job.update.mutationOptions();
export const cancelJobMutation = () => queries.job.cancel.mutationOptions();
export const retryJobMutation = () => queries.job.retry.mutationOptions();

/** Makes all jobs be read again. */
export function refreshJobs(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.job.key() });
}
