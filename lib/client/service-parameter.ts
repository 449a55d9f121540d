import type { QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import { saveHere } from "@/lib/client/done-here";
import { longestPage } from "@/lib/client/list";
import type { ServiceParameterValue } from "@/lib/configuration/service-parameter";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

/** All service parameters; the server, which reads ahead of the browser, asks the same. */
export function serviceParametersQuery() {
  return queries.serviceParameter.list.queryOptions({ input: { query: longestPage } });
}

/** A parameter with the value that it is to have, and why. */
export interface ParameterChange {
  /** The version that the change is based on. */
  readonly base: ServiceParameterDto;
  readonly value: ServiceParameterValue;
  readonly reason: string;
}

/** Stores the value of a parameter. */
export function setServiceParameter({ base, value, reason }: ParameterChange): Promise<ServiceParameterDto> {
  const { name, version } = base;
  const body = { value, version, ...(reason === "" ? {} : { reason }) };
  const identity = { name, partition: null };
  return saveHere("serviceParameter", identity, () =>
    api.serviceParameter.update({ params: { name }, body }),
  );
}

/** Shows a parameter as it was just stored, before the list is read again. */
export function rememberServiceParameter(client: QueryClient, saved: ServiceParameterDto): void {
  client.setQueryData(
    serviceParametersQuery().queryKey,
    (list) => list && { ...list, items: list.items.map((item) => (item.name === saved.name ? saved : item)) },
  );
}
