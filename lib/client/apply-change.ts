import type { QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import { displayQuery } from "@/lib/client/phone-operation";
import type { ChangeEventDto } from "@/lib/contract/call-back";
import type { JobDto } from "@/lib/contract/job";
import type { DisplayDto } from "@/lib/contract/phone-operation";

/** How many changes of its display have come of each phone: an answer that is older than one of them is not shown. */
const displayChanges = new Map<string, number>();

/** How many changes of its display have come of the phone. */
export function displayChangesOf(phone: string): number {
  return displayChanges.get(phone) ?? 0;
}

/** Remembers what a phone shows; an answer of the server that is on its way would be older. */
export async function rememberDisplay(client: QueryClient, display: DisplayDto): Promise<void> {
  const { queryKey } = displayQuery(display.phone);
  await client.cancelQueries({ queryKey });
  client.setQueryData<unknown>(queryKey, display);
}

/** Takes a change that the server published over into what was read. */
export async function applyChange(client: QueryClient, change: ChangeEventDto): Promise<void> {
  switch (change.topic) {
    case "display":
      displayChanges.set(change.phone, displayChangesOf(change.phone) + 1);
      return rememberDisplay(client, change.display);
    case "request":
      refreshSoon(client, queries.callBack.key());
      return;
    case "job": {
      const { queryKey } = queries.job.get.queryOptions({ input: { params: { id: change.job.id } } });
      client.setQueryData<unknown>(queryKey, (job: JobDto | undefined) => job && { ...job, ...change.job });
      refreshSoon(client, queries.job.key());
      return;
    }
    case "registration":
      refreshSoon(client, queries.phone.key());
      return;
    case "removed":
      for (const { phone, renamedTo } of change.phones) await forgetPhone(client, phone, renamedTo);
      refreshSoon(client, queries.phone.key());
      if (change.jobs.length > 0) refreshSoon(client, queries.job.key());
      return;
  }
}

/** What a phone is called that had another name when somebody began to look at it. */
export function renamedQuery(phone: string) {
  return {
    queryKey: ["renamedPhone", phone],
    queryFn: (): string | null => null,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** Whoever looks at a phone that is gone is told so: what it showed is forgotten and asked for once more. */
async function forgetPhone(client: QueryClient, phone: string, renamedTo: string | null): Promise<void> {
  displayChanges.set(phone, displayChangesOf(phone) + 1);
  client.setQueryData<string | null>(renamedQuery(phone).queryKey, renamedTo);
  await client.resetQueries({ queryKey: displayQuery(phone).queryKey });
}

const soonMilliseconds = 100;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads again what is shown; many changes at once are one reading. */
function refreshSoon(client: QueryClient, queryKey: readonly unknown[]): void {
  const name = JSON.stringify(queryKey);
  if (waiting.has(name)) return;
  waiting.set(
    name,
    setTimeout(() => {
      waiting.delete(name);
      void client.invalidateQueries({ queryKey });
    }, soonMilliseconds),
  );
}

/** Reads again what changes by itself and no stream begins with, as far as it is shown. */
export function readAgain(client: QueryClient): void {
  for (const part of [queries.callBack, queries.job]) refreshSoon(client, part.key());
}
