"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SavedToast } from "@/components/console/saved-toast";
import { useParameterWords } from "@/components/service-parameter/use-parameter-words";
import { useParametersSavedByOthers } from "@/components/service-parameter/use-parameters-saved-by-others";
import { followWhileSeen } from "@/lib/client/live-updates";
import { pathOf } from "@/lib/client/object-path";
import { serviceParametersQuery } from "@/lib/client/service-parameter";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

type LiveParametersProps = {
  stored: readonly ServiceParameterDto[];
  /** The versions that the page shows; those on which something typed is based. */
  seen: readonly ServiceParameterDto[];
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
  /** Those over which something is typed that is not saved, in the version on which that is based. */
  unsaved: readonly ServiceParameterDto[];
  isSaving: boolean;
  /** Both changes are shown already. */
  isCompared: boolean;
  onCompare: (parameters: readonly ServiceParameterDto[]) => void;
  onReload: (parameters: readonly ServiceParameterDto[]) => void;
};

/** Keeps the page up to date with what others do to parameters, and tells that they have saved some. */
export function LiveParameters(props: LiveParametersProps) {
  const { stored, seen, unsaved, isReading, isSaving, isCompared, onCompare, onReload } = props;
  const t = useTranslations("serviceParameter.others");
  const words = useParameterWords();
  const client = useQueryClient();
  useEffect(() => {
    const { queryKey } = serviceParametersQuery();
    return followWhileSeen(client, () => void client.invalidateQueries({ queryKey }));
  }, [client]);
  const { news, dismiss } = useParametersSavedByOthers(stored, { seen, isReading, isSaving });
  const typedOver = news.filter(({ name, version }) =>
    unsaved.some((base) => base.name === name && base.version < version),
  );
  const isUnsaved = typedOver.length > 0;
  const [first] = isUnsaved ? typedOver : news;
  if (!first || isCompared) return null;
  // What others have saved is told afterwards.
  const told = (isUnsaved ? typedOver : news).filter(({ updatedBy }) => updatedBy === first.updatedBy);
  const names = told.map(({ name }) => words.name(name)).join(", ");
  return (
    <SavedToast
      by={first.updatedBy}
      title={(isOwn) => t(isOwn ? "savedByYou" : "saved", { by: first.updatedBy, count: told.length })}
      isUnsaved={isUnsaved}
      historyPath={
        told.length === 1
          ? pathOf("serviceParameter", { name: first.name, partition: null }, "history")
          : undefined
      }
      onCompare={() => onCompare(told)}
      onReload={() => {
        onReload(told);
        dismiss(told);
      }}
      onClose={() => dismiss(told)}
    >
      {names}
    </SavedToast>
  );
}
