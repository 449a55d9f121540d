"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "@/components/console/brand";

/** A page without the shell that says one thing and offers the next step. */
export function MessagePage({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action: ReactNode;
}) {
  const productName = useTranslations("common")("productName");
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col items-start justify-center gap-4 p-6">
      <title>{`${title} · ${productName}`}</title>
      <Brand />
      <h1 className="text-xl font-semibold">{title}</h1>
      <div className="flex flex-col gap-2 text-muted">{children}</div>
      <div className="flex gap-2">{action}</div>
    </main>
  );
}
