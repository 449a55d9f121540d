"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components/Toast";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";

export type ToastText = {
  title: string;
  detail?: string;
  /** Where to look at what changed. */
  link?: { label: string; href: string };
};

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 });

/** Tells about something another person did. What this person did belongs into the status line. */
export function showToast(text: ToastText) {
  queue.add(text);
}

/** The corner where toasts appear; each stays until it is closed. */
export function ToastRegion() {
  const t = useTranslations();
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t("shell.notifications")}
      className="fixed end-4 bottom-4 z-40 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="focus-ring flex items-start gap-2 rounded-panel border border-line bg-raised p-3 shadow-[0_4px_16px_rgb(0_0_0/0.10)]"
        >
          <AriaToastContent className="flex min-w-0 flex-1 flex-col gap-0.5">
            <Text slot="title" className="font-medium">
              {toast.content.title}
            </Text>
            {toast.content.detail === undefined ? null : (
              <Text slot="description" className="text-muted">
                {toast.content.detail}
              </Text>
            )}
            {toast.content.link === undefined ? null : (
              <Link href={toast.content.link.href}>{toast.content.link.label}</Link>
            )}
          </AriaToastContent>
          <IconButton slot="close" label={t("common.close")} size="small">
            <X />
          </IconButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
