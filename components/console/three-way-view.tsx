"use client";

import { GitMerge } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";

/** Whose value of a field is kept. */
export type Choice = "theirs" | "yours";

/** One field that somebody changed: as it was, as they saved it, as you have it. */
export type ThreeWayField = {
  id: string;
  label: string;
  base: ReactNode;
  theirs: ReactNode;
  yours: ReactNode;
  /** Who changed it; `agreed` is the same change twice, so there is nothing to choose. */
  status: "theirs" | "yours" | "agreed" | "conflict";
};

type ThreeWayViewProps = {
  /** Who saved meanwhile, when and what it is now, in one sentence. */
  intro: ReactNode;
  fields: readonly ThreeWayField[];
  choiceOf: (id: string) => Choice;
  onChoose: (id: string, choice: Choice) => void;
  onSave: () => void;
  /** Back to editing with everything as it was typed. */
  onCancel: () => void;
  isPending: boolean;
};

/** Settles a save that was based on an old version: original, theirs and yours side by side, a choice per field. */
export function ThreeWayView({
  intro,
  fields,
  choiceOf,
  onChoose,
  onSave,
  onCancel,
  isPending,
}: ThreeWayViewProps) {
  const t = useTranslations("common.threeWay");
  return (
    <Dialog
      isOpen
      onOpenChange={onCancel}
      title={t("title")}
      size="large"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onCancel}>{t("back")}</Button>
          <Button variant="primary" icon={<GitMerge aria-hidden />} isPending={isPending} onPress={onSave}>
            {t("save")}
          </Button>
        </>
      }
    >
      <p>{intro}</p>
      <p className="mt-1 text-muted">{t("explanation")}</p>
      {fields.map((field) => (
        <Field key={field.id} field={field} choice={choiceOf(field.id)} onChoose={onChoose} />
      ))}
    </Dialog>
  );
}

type FieldProps = { field: ThreeWayField; choice: Choice; onChoose: ThreeWayViewProps["onChoose"] };

function Field({ field, choice, onChoose }: FieldProps) {
  const t = useTranslations("common.threeWay");
  const isOpen = field.status !== "agreed";
  return (
    <section aria-label={field.label} className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{field.label}</h3>
        <Badge tone={field.status === "conflict" ? "caution" : "neutral"}>
          {t(`status.${field.status}`)}
        </Badge>
        {isOpen ? (
          <div className="ms-auto">
            <SegmentedControl
              label={t("keep", { field: field.label })}
              options={[
                { id: "theirs", label: t("keepTheirs") },
                { id: "yours", label: t("keepYours") },
              ]}
              value={choice}
              onChange={(chosen) => onChoose(field.id, chosen)}
            />
          </div>
        ) : null}
      </div>
      <dl className="mt-2 grid gap-2 md:grid-cols-3">
        <Value label={t("base")}>{field.base}</Value>
        <Value label={t("theirs")} isKept={isOpen && choice === "theirs"}>
          {field.theirs}
        </Value>
        <Value label={t("yours")} isKept={!isOpen || choice === "yours"}>
          {field.yours}
        </Value>
      </dl>
    </section>
  );
}

function Value({
  label,
  isKept = false,
  children,
}: {
  label: string;
  isKept?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={cx(
        "rounded-control border p-2",
        isKept ? "border-accent bg-accent-soft" : "border-line bg-sunken",
      )}
    >
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
