import type { ActionId } from "@/lib/devices/device";

/** The id under which a phone knows the item of a job. */
export function actionId(jobId: string, position: number): ActionId {
  return `${jobId}:${position}`;
}

/** The item of a job that an action is. */
export function itemOfAction(action: ActionId): { readonly jobId: string; readonly position: number } {
  const at = action.lastIndexOf(":");
  return { jobId: action.slice(0, at), position: Number(action.slice(at + 1)) };
}
