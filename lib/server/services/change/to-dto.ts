import type { ChangeDto } from "@/lib/contract/change";
import type { StoredChange } from "@/lib/server/db/change-list";

/** The change as the API answers it. */
export function toChangeDto({ at, ...change }: StoredChange): ChangeDto {
  const { id, by, reason, kind, total, undoes, undoneBy, object } = change;
  return { id, at: at.toISOString(), by, reason, kind, total, undoes, undoneBy, object };
}
