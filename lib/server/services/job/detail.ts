import type { JobDetailDto } from "@/lib/contract/job";
import { isDeviceCommand } from "@/lib/devices/forecast";
import { presentNames } from "@/lib/server/db/configuration/present-names";
import type { StoredJob } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";
import { toJobDto } from "@/lib/server/services/job/to-dto";

type Of = JobDetailDto["of"];

/** The job with what it was asked, as the API answers it; what it was begun from by the name that it has now. */
export async function jobDetail(transaction: Transaction, job: StoredJob): Promise<JobDetailDto> {
  const { fields, where, match, check, of } = job.parameters as Partial<JobDetailDto>;
  return {
    ...toJobDto(job),
    ...{ fields: fields ?? null, where: where ?? null, match: match ?? null, check: check ?? null },
    of: of && isDeviceCommand(job.kind) ? await nowOf(transaction, of, job.createdAt) : null,
  };
}

/** What had a name then, as it is called now; what is gone keeps its last name. */
async function nowOf(transaction: Transaction, { kind, name }: NonNullable<Of>, at: Date): Promise<Of> {
  if (kind === "directoryNumber") return { kind, name };
  const old = { kind, name, at };
  return { kind, name: (await presentNames(transaction, [old]))(old) };
}
