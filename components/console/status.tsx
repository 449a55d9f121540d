"use client";

import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { NoticeTone } from "@/components/ui/notice";
import { type ApiRefusal, isUnanswered } from "@/lib/client/api-error";
import { whenServerAnswers } from "@/lib/client/server-answers";
import type { DeviceCommand } from "@/lib/devices/forecast";

export type Status = {
  tone: NoticeTone;
  /** What happened. */
  text: string;
  /** What it means and what to do. */
  detail?: string;
  /** Why something was not done. That nobody answered is told only until somebody answers. */
  refusal?: ApiRefusal;
  /** Where more of it is seen, or what comes next is done. */
  links?: readonly { href: string; label: string }[];
  /** What comes next, of the commands of the page. */
  commands?: readonly { id: string; label: string }[];
};

/** An action on phones that was begun on a page, which follows it until it has ended. */
export type FollowedJob = { id: string; command: DeviceCommand; target: string };

/** Names a status that was shown, to say more of it later. */
export type StatusTicket = { readonly at: Date };

type ShownStatus = Status & StatusTicket & { path: string };

type StatusControl = {
  status: ShownStatus | null;
  /** Shows a status until the next action. With `forPath` it waits for that page, for example after Add New. */
  show: (status: Status, options?: { forPath?: string }) => StatusTicket;
  /** Says it otherwise, when more is known of it; nothing when something else is shown by now. */
  amend: (ticket: StatusTicket, status: Status) => void;
  /** Back to "Ready"; call it when a new action starts. */
  clear: () => void;
  /** The actions that were begun on this page, also before it was left and opened again. */
  jobs: readonly FollowedJob[];
  /** Shows how far an action is, instead of what the status asked for. */
  follow: (job: FollowedJob) => void;
  unfollow: (id: string) => void;
};

const mostFollowed = 20;

const StatusContext = createContext<StatusControl | null>(null);

/** Keeps the one status of the page; going to another page clears it. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [status, setStatus] = useState<ShownStatus | null>(null);
  const [followed, setFollowed] = useState<readonly (FollowedJob & { path: string })[]>([]);
  useEffect(() => {
    setStatus((current) => (current?.path === pathname ? current : null));
  }, [pathname]);
  const client = useQueryClient();
  const answersAgain = useTranslations("shell")("answersAgain");
  useEffect(
    () =>
      whenServerAnswers(client, (askedAt) =>
        setStatus((current) =>
          current?.refusal && isUnanswered(current.refusal) && askedAt > current.at.getTime()
            ? { tone: "info", text: answersAgain, at: new Date(), path: current.path }
            : current,
        ),
      ),
    [client, answersAgain],
  );
  const control = useMemo<StatusControl>(
    () => ({
      // One for a page that is still on its way is not shown beside the page that is left.
      status: status?.path === pathname ? status : null,
      show: (next, options) => {
        // Pages are told apart by their path; a query only says more about what a page shows.
        const [path = pathname] = (options?.forPath ?? pathname).split("?");
        const at = new Date();
        setStatus({ ...next, at, path });
        return { at };
      },
      amend: ({ at }, next) =>
        setStatus((current) => (current?.at === at ? { ...next, at, path: current.path } : current)),
      clear: () => setStatus(null),
      jobs: followed.filter(({ path }) => path === pathname),
      follow: (job) => {
        setStatus(null);
        setFollowed((jobs) => [...jobs, { ...job, path: pathname }].slice(-mostFollowed));
      },
      unfollow: (id) => setFollowed((jobs) => jobs.filter((job) => job.id !== id)),
    }),
    [status, followed, pathname],
  );
  return <StatusContext value={control}>{children}</StatusContext>;
}

/** The status of the page, and how to change it. */
export function useStatus(): StatusControl {
  const control = useContext(StatusContext);
  if (!control) throw new Error("Status is used outside of StatusProvider");
  return control;
}
