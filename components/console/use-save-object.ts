"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { type Status, type StatusTicket, useStatus } from "@/components/console/status";
import { useWarnings } from "@/components/console/use-warnings";
import { refusalOf } from "@/lib/client/api-error";
import type { Problem } from "@/lib/configuration/problem";
import type { Warnings } from "@/lib/contract/configuration-fields";

/** What every answer of the API has that can be saved. */
export type Savable = {
  version: number;
  updatedAt: string;
  updatedBy: string;
  warnings?: Warnings;
};

/** A save that was based on an old version: what it was based on, what is stored now, what was to be saved. */
export type StaleSave<Stored, Content> = { base: Content; current: Stored; yours: Content; reason: string };

/** What came of a save; with problems nothing was stored. */
export type SaveResult<Stored> =
  | {
      saved: Stored;
      /** Has the status say what comes next, once nothing else of the page says it. */
      tellNext?: () => void;
    }
  | { problems: readonly Problem[] };

type SaveObjectOptions<Stored, Content, Patch extends object> = {
  /** What an administrator edits of what is stored. */
  contentOf: (stored: Stored) => Content;
  /** What to send to make one content into the other; empty when there is nothing to save. */
  patchOf: (before: Content, after: Content) => Patch;
  /** Stores a change of what is stored. */
  update: (base: Stored, body: Patch & { version: number; reason?: string }) => Promise<Stored>;
  /** Makes what is shown follow what was saved. */
  onSaved: (saved: Stored, isRenamed: boolean) => void;
  /** The address of the page that shows the object, which a rename changes. */
  pathOf: (stored: Stored) => string;
  /** What the status says instead once it is known what comes next; null: nothing more. */
  nextStep?: (saved: Stored) => Promise<Status | null>;
};

/**
 * Saves an object and tells the outcome in the status line. A stale save waits in `stale` to be settled; of an object
 * that is not there any more, what was to be saved waits in `gone`.
 */
export function useSaveObject<Stored extends Savable, Content, Patch extends object>(
  options: SaveObjectOptions<Stored, Content, Patch>,
) {
  const { contentOf, patchOf, update, onSaved, pathOf } = options;
  const t = useTranslations("configuration.status");
  const status = useStatus();
  const refusalText = useRefusalText();
  const warningsOf = useWarnings();
  const [isPending, setPending] = useState(false);
  const [stale, setStale] = useState<StaleSave<Stored, Content> | null>(null);
  const [gone, setGone] = useState<Content | null>(null);

  async function send(
    base: Stored,
    yours: Content,
    patch: Patch,
    reason: string,
  ): Promise<SaveResult<Stored>> {
    const why = reason.trim();
    try {
      const body = { ...patch, version: base.version, ...(why === "" ? {} : { reason: why }) };
      const saved = await update(base, body);
      onSaved(saved, pathOf(saved) !== pathOf(base));
      setStale(null);
      const warnings = warningsOf(saved);
      const detail = [t("version", { version: saved.version }), ...warnings].join(" ");
      const tone = warnings.length === 0 ? "good" : "caution";
      const shown = status.show({ tone, text: t("updated"), detail }, { forPath: pathOf(saved) });
      return { saved, tellNext: () => void tellNext(saved, shown, warnings) };
    } catch (error) {
      const refusal = refusalOf(error);
      // What is wrong is told on the page, which has everything as it was typed.
      const isStale = refusal.code === "stale";
      if (isStale || refusal.problems.length > 0 || refusal.code === "notFound") {
        const current = refusal.data.current as Stored;
        setStale(isStale ? { base: contentOf(base), current, yours, reason } : null);
      }
      if (refusal.code === "notFound") setGone(() => yours);
      status.show({ tone: "bad", text: t("notSaved"), detail: refusalText(refusal), refusal });
      return { problems: refusal.problems };
    }
  }

  async function tellNext(saved: Stored, shown: StatusTicket, warnings: readonly string[]) {
    // It was saved; when the rest cannot be asked, the status stays as it is.
    const more = await options.nextStep?.(saved).catch(() => null);
    if (!more) return;
    if (warnings.length === 0) status.amend(shown, more);
    else
      status.amend(shown, {
        ...more,
        tone: "caution",
        detail: [more.detail ?? "", ...warnings].join(" ").trim(),
      });
  }

  /** Saves what differs from `base`; with no difference it only says so. */
  async function save(base: Stored, yours: Content, reason = ""): Promise<SaveResult<Stored>> {
    status.clear();
    const patch = patchOf(contentOf(base), yours);
    if (Object.keys(patch).length === 0) {
      setStale(null);
      status.show({ tone: "info", text: t("nothingToSave") });
      return { saved: base };
    }
    setPending(true);
    const result = await send(base, yours, patch, reason);
    setPending(false);
    return result;
  }

  return {
    save,
    isPending,
    stale,
    settle: () => setStale(null),
    /** Settles before saving what differs: somebody else has saved on top of the base. */
    compare: (base: Content, current: Stored, yours: Content, reason = "") =>
      setStale({ base, current, yours, reason }),
    gone,
    leaveGone: () => setGone(null),
  };
}
