import { deviceHandler } from "@/lib/server/runtime/devices/job-handler";
import { deleteHandler } from "@/lib/server/runtime/jobs/delete-handler";
import type { JobHandlers } from "@/lib/server/runtime/jobs/handler";
import { importHandler } from "@/lib/server/runtime/jobs/import-handler";
import { updateHandler } from "@/lib/server/runtime/jobs/update-handler";

/** How the jobs of each kind are done. */
export const jobHandlers: JobHandlers = {
  import: importHandler,
  update: updateHandler,
  delete: deleteHandler,
  applyConfig: deviceHandler("applyConfig"),
  reset: deviceHandler("reset"),
  restart: deviceHandler("restart"),
};
