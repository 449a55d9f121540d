import { deviceHandler } from "@/lib/server/runtime/devices/job-handler";
import type { JobHandlers } from "@/lib/server/runtime/jobs/handler";
import { deleteHandler } from "@/lib/server/services/bulk/delete-handler";
import { importHandler } from "@/lib/server/services/bulk/import-handler";
import { updateHandler } from "@/lib/server/services/bulk/update-handler";
import { undoHandler } from "@/lib/server/services/change/undo/handler";

/** How the jobs of each kind are done. */
export const jobHandlers: JobHandlers = {
  import: importHandler,
  update: updateHandler,
  delete: deleteHandler,
  undo: undoHandler,
  applyConfig: deviceHandler("applyConfig"),
  reset: deviceHandler("reset"),
  restart: deviceHandler("restart"),
};
