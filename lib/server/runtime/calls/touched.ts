import type { Call } from "@/lib/callback/state/call";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { TableName, Tables } from "@/lib/callback/state/world";
import type { Slice } from "@/lib/server/runtime/calls/slice";

/** What the steps on a slice wrote into a table: each row as it was and as it is. */
export function changesOf<Name extends TableName>(
  slice: Slice,
  table: Name,
): {
  readonly key: string;
  readonly before: Tables[Name] | undefined;
  readonly after: Tables[Name] | undefined;
}[] {
  return [...(slice.written.get(table)?.keys() ?? [])].map((key) => ({
    key,
    before: slice.before(table, key),
    after: slice.get(table, key),
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

/** The phones whose display the steps on a slice may have changed. */
export function touchedPhones(slice: Slice): string[] {
  const calls = changesOf(slice, "calls").flatMap(({ before, after }) => [before, after]);
  const requests = changesOf(slice, "requests").flatMap(({ before, after }) => [before, after]);
  const own = new Set([
    ...(slice.written.get("phones")?.keys() ?? []),
    ...calls.flatMap(phonesOfCall),
    ...requests.flatMap(phoneOfRequest),
  ]);
  if (calls.length > 0) {
    // Others on a shared line see its calls as Remote In Use.
    for (const name of [...own]) {
      const phone = slice.get("phones", name) ?? slice.before("phones", name);
      for (const { number } of phone?.running.lines ?? [])
        for (const other of slice.get("lines", number)?.phones ?? []) own.add(other);
    }
  }
  return [...own].sort();
}
