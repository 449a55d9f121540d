"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Edits } from "@/components/console/grid-edit/edits";
import type { Place } from "@/components/console/grid-edit/place";
import type { Grid } from "@/components/console/grid-edit/use-grid";
import { useRefusalText } from "@/components/console/refusal-text";
import { type Status, useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";
import { saveRowsMutation } from "@/lib/client/bulk";
import { refreshObjects } from "@/lib/client/configuration";
import { isActionKind } from "@/lib/client/device";
import type { ShownKind } from "@/lib/client/object-kinds";
import { changePath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";

type SaveGridOptions = {
  /** Leads to a cell that stands against it. */
  onRefused: (place: Place) => void;
  onSaved: () => void;
};

/** Saves all cells that are changed as one change, or none of them; the status tells which. */
export function useSaveGrid(kind: ShownKind, grid: Grid, { onRefused, onSaved }: SaveGridOptions) {
  const t = useTranslations("gridEdit");
  const statusText = useTranslations("configuration.status");
  const status = useStatus();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(saveRowsMutation());
  const [reason, setReason] = useState("");

  function refuse(places: readonly Place[], detail: string) {
    const told = places.length > 0 ? t("allOrNone", { count: places.length }) : detail;
    status.show({ tone: "bad", text: statusText("notSaved"), detail: told });
    if (places[0]) onRefused(places[0]);
  }

  function tell({ change, updated }: { change: string | null; updated: number }) {
    const shown: Status = { tone: "good", text: t("saved", { count: updated }) };
    if (isActionKind(kind)) shown.detail = t("nextApply");
    if (change !== null) shown.links = [{ href: changePath(change), label: t("showChange") }];
    status.show(shown);
  }

  async function save(edits: Edits): Promise<void> {
    status.clear();
    const wrong = [...grid.problemsOf(edits)].flatMap(([row, { cells }]) =>
      [...cells.keys()].map((column) => ({ row, column })),
    );
    if (wrong.length > 0)
      return refuse(
        wrong.toSorted((one, other) => one.row - other.row),
        "",
      );
    const toSend = grid.toSend(edits);
    if (toSend.length === 0) return void status.show({ tone: "info", text: statusText("nothingToSave") });
    const why = reason.trim();
    const body = { rows: toSend.map((row) => row.body), ...(why === "" ? {} : { reason: why }) };
    grid.setHeld(true);
    try {
      const saved = await mutateAsync({ params: { resource: bulkResourceOf(kind) }, body });
      await refreshObjects(client);
      tell(saved);
      onSaved();
    } catch (error) {
      const refusal = refusalOf(error);
      const rows = toSend.map(({ row }) => row);
      refuse(grid.refuse(edits, rows, refusal.problems), refusalText(refusal));
      // Shows what others have changed.
      void refreshObjects(client);
    } finally {
      grid.setHeld(false);
    }
  }
  return { save, reason, setReason };
}
