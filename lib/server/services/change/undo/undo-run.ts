import type { DryUndo } from "@/lib/server/db/change-undo";

/** The undo that goes on. */
export interface UndoRun extends DryUndo {
  readonly reason: string;
  /** Finds out everything and stores nothing. */
  readonly isDryRun: boolean;
}
