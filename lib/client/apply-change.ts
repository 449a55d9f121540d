import type { QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import { rememberGone } from "@/lib/client/gone-object";
import { displayQuery } from "@/lib/client/phone-operation";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ChangeEventDto } from "@/lib/contract/call-back";
import type { JobDto } from "@/lib/contract/job";
import type { DisplayDto } from "@/lib/contract/phone-operation";

/**
 * Remembers what a phone shows, unless something newer is known: answers and changes overtake each other on their way. An
 * answer to a query that is on its way would be older.
 */
async function rememberDisplay(client: QueryClient, display: DisplayDto): Promise<void> {
  const { queryKey } = displayQuery(display.phone);
  await client.cancelQueries({ queryKey });
  client.setQueryData<unknown>(queryKey, (known: DisplayDto | undefined) =>
    known && known.asOf > display.asOf ? known : display,
  );
}

/** Remembers what a phone showed after something was done with it, unless it is gone by now. */
export async function rememberAnswer(client: QueryClient, display: DisplayDto): Promise<void> {
  if (client.getQueryData(displayQuery(display.phone).queryKey)) await rememberDisplay(client, display);
}

/** Takes a change that the server published over into what was read. */
export async function applyChange(client: QueryClient, change: ChangeEventDto): Promise<void> {
  switch (change.topic) {
    case "display":
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
    case "configuration":
      return rereadObjects(client, change);
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
  client.setQueryData<string | null>(renamedQuery(phone).queryKey, renamedTo);
  await client.resetQueries({ queryKey: displayQuery(phone).queryKey });
}

type ObjectsChange = Extract<ChangeEventDto, { topic: "configuration" }>;

/** Reads again what is shown of objects that were changed: of each that is named, else of all of their kinds. */
function rereadObjects(client: QueryClient, { by, kinds, objects }: ObjectsChange): void {
  for (const { kind, name, partition, action, renamedTo } of objects ?? [])
    if (action !== "saved") rememberGone(client, kind, { name, partition }, { by, renamedTo });
  for (const kind of kinds) {
    const queryKey = queries[kind].key();
    if (objects === null) {
      refreshSteadily(client, queryKey);
      continue;
    }
    if (kind === "serviceParameter") {
      // One page shows all of them.
      refreshSoon(client, queryKey);
      continue;
    }
    const names = objects.filter((one) => one.kind === kind).map(({ name }) => nameKey(name));
    void client.invalidateQueries({
      queryKey,
      predicate: (query) => names.includes(nameKey(nameIn(query.queryKey))),
    });
  }
}

/** The name in the address of what a question of the API is about; "" of one that is about none. */
function nameIn(queryKey: readonly unknown[]): string {
  const { input } = (queryKey[1] ?? {}) as { input?: { params?: { name?: string; pattern?: string } } };
  return input?.params?.name ?? input?.params?.pattern ?? "";
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

const steadyMilliseconds = 1_000;
const steady = new Map<string, { hasNews: boolean }>();

/**
 * Reads again what is shown, at once and then once a second as long as changes go on, as those of a job over thousands do.
 * What is being read is waited for, and read once more at the end: it may have been asked for before the last change.
 */
function refreshSteadily(client: QueryClient, queryKey: readonly unknown[]): void {
  const name = JSON.stringify(queryKey);
  const going = steady.get(name);
  if (going) {
    going.hasNews = true;
    return;
  }
  const begun = { hasNews: true };
  steady.set(name, begun);
  read();

  function read() {
    if (!begun.hasNews) {
      steady.delete(name);
      return;
    }
    begun.hasNews = client.isFetching({ queryKey }) > 0;
    void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
    setTimeout(read, steadyMilliseconds);
  }
}

/** Takes the next display that comes whatever its age: what is known may be of another database than what comes. */
export function forgetAges(client: QueryClient): void {
  client.setQueriesData<unknown>(
    { queryKey: queries.device.display.key() },
    (known: DisplayDto | undefined) => known && { ...known, asOf: 0 },
    // What is only marked was not read anew.
    { updatedAt: 0 },
  );
}

/** Reads again, as far as it is shown, what changes by itself and no stream begins with. */
export function readUntold(client: QueryClient): void {
  for (const part of [queries.callBack, queries.job]) refreshSoon(client, part.key());
}
