import type { JobDetailDto } from "@/lib/contract/job";
import { isDeviceCommand } from "@/lib/devices/forecast";
import { findContentsById } from "@/lib/server/db/configuration/read-many";
import { tables } from "@/lib/server/db/configuration/tables";
import type { StoredJob } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";
import { toJobDto } from "@/lib/server/services/job/to-dto";

type Of = NonNullable<JobDetailDto["of"]>;

/** What a job keeps of what it was begun from: its name then and its id, which actions on one phone have not always kept. */
type StoredOf = Of & { readonly id?: string };

/** The job with what it was asked, as the API answers it; what it was begun from by the name that it has now. */
export async function jobDetail(transaction: Transaction, job: StoredJob): Promise<JobDetailDto> {
  const { fields, where, match, check, of } = job.parameters as Partial<JobDetailDto> & { of?: StoredOf };
  return {
    ...toJobDto(job),
    ...{ fields: fields ?? null, where: where ?? null, match: match ?? null, check: check ?? null },
    of: of && isDeviceCommand(job.kind) ? await nowOf(transaction, of) : null,
  };
}

/** As it is called now; what is gone keeps the name of then. */
async function nowOf(transaction: Transaction, { kind, name, id }: StoredOf): Promise<Of> {
  if (id === undefined) return { kind, name };
  const content = (await findContentsById(transaction, tables[kind], [id])).get(id);
  return { kind, name: content ? String(content.name) : name };
}
