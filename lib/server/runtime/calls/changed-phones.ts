import type { Call } from "@/lib/callback/state/call";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { TableName, Tables } from "@/lib/callback/state/world";
import type { WorkingSet } from "@/lib/server/runtime/calls/working-set";

/** What the steps on a working set wrote into a table: each row as it was and as it is. */
export function changesOf<Name extends TableName>(
  workingSet: WorkingSet,
  table: Name,
): {
  readonly key: string;
  readonly before: Tables[Name] | undefined;
  readonly after: Tables[Name] | undefined;
}[] {
  return [...(workingSet.written.get(table)?.keys() ?? [])].map((key) => ({
    key,
    before: workingSet.before(table, key),
    after: workingSet.get(table, key),
  }));
}

function phonesOfCall(call: Call | undefined): string[] {
  if (!call) return [];
  const ends = [call.caller, call.callee].flatMap((end) => (end?.kind === "phone" ? [end.phone] : []));
  return [...ends, ...call.ringing];
}

function phoneOfRequest(request: CallBackRequest | undefined): string[] {
  return request ? [request.originator.phone] : [];
}

/** The phones whose display the steps on a working set may have changed. */
export function changedPhones(workingSet: WorkingSet): string[] {
  const calls = changesOf(workingSet, "calls").flatMap(({ before, after }) => [before, after]);
  const requests = changesOf(workingSet, "requests").flatMap(({ before, after }) => [before, after]);
  const own = new Set([
    ...(workingSet.written.get("phones")?.keys() ?? []),
    ...calls.flatMap(phonesOfCall),
    ...requests.flatMap(phoneOfRequest),
  ]);
  if (calls.length > 0) {
    // Others on a shared line see its calls as Remote In Use.
    for (const name of [...own]) {
      const phone = workingSet.get("phones", name) ?? workingSet.before("phones", name);
      for (const { number } of phone?.running.lines ?? [])
        for (const other of workingSet.get("lines", number)?.phones ?? []) own.add(other);
    }
  }
  return [...own].sort();
}
