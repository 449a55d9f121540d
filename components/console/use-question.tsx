"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** A question that goes on with one button and stays with the other. */
export type Question = {
  title: string;
  body: ReactNode;
  /** The verb of the button that goes on. */
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
};

type Asked = { question: Question; answer: (isConfirmed: boolean) => void };

/** Asks a question in a dialog and waits for the answer: true to go on. Show `dialog` on the page. */
export function useQuestion(): { ask: (question: Question) => Promise<boolean>; dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  function settle(isConfirmed: boolean) {
    asked?.answer(isConfirmed);
    setAsked(null);
  }
  const ask = (question: Question) =>
    new Promise<boolean>((answer) => {
      setAsked({ question, answer });
    });
  if (!asked) return { ask, dialog: null };
  const { body, ...words } = asked.question;
  const dialog = (
    <ConfirmDialog isOpen onCancel={() => settle(false)} onConfirm={() => settle(true)} {...words}>
      {body}
    </ConfirmDialog>
  );
  return { ask, dialog };
}
