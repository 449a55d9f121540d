"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { IconButton } from "@/components/ui/icon-button";
import type { NoticeTone } from "@/components/ui/notice";
import { toastsId } from "@/components/ui/toast-place";

const looks = {
  info: { icon: Info, mark: "text-accent-text" },
  good: { icon: CircleCheck, mark: "text-good" },
  caution: { icon: TriangleAlert, mark: "text-caution" },
  bad: { icon: CircleAlert, mark: "text-bad" },
} as const;

type ToastProps = {
  tone: NoticeTone;
  /** What somebody else has done. */
  title: string;
  /** What it means for who reads it. */
  children: ReactNode;
  /** Buttons and links. */
  actions?: ReactNode;
  onClose: () => void;
};

/** What somebody else did, over the corner of the page until it is closed; it takes neither focus nor place. */
export function Toast({ tone, title, children, actions, onClose }: ToastProps) {
  const t = useTranslations("common");
  const place = document.getElementById(toastsId);
  if (!place) return null;
  const { icon: Icon, mark } = looks[tone];
  return createPortal(
    <section
      aria-label={title}
      className="pointer-events-auto flex w-full max-w-md items-start gap-2 rounded-panel border border-line bg-raised p-3 text-text"
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${mark}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-2 wrap-anywhere">
        <p className="font-medium">{title}</p>
        <div className="text-muted">{children}</div>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <IconButton label={t("close")} size="small" onPress={onClose}>
        <X />
      </IconButton>
    </section>,
    place,
  );
}
