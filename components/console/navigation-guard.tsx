"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { watchDepartures } from "@/components/console/departures";

// Most pages are left without a question; the page stays shown until it is there.
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { loading: () => null },
);

type Guard = {
  /** Runs the action, after asking when there are unsaved changes. */
  leave: (action: () => void) => void;
  /** Marks or unmarks one form of the page as unsaved. */
  mark: (form: string, isUnsaved: boolean) => void;
};

const GuardContext = createContext<Guard | null>(null);

/** Asks before unsaved changes are lost: by link, by back button, by a command, by closing the window. */
export function NavigationGuard({ children }: { children: ReactNode }) {
  const t = useTranslations("common.unsaved");
  const router = useRouter();
  const unsaved = useRef(new Set<string>());
  const [departure, setDeparture] = useState<(() => void) | null>(null);
  const guard = useMemo<Guard>(
    () => ({
      leave(action) {
        if (unsaved.current.size === 0) action();
        else setDeparture(() => action);
      },
      mark(form, isUnsaved) {
        if (isUnsaved) unsaved.current.add(form);
        else unsaved.current.delete(form);
      },
    }),
    [],
  );
  useEffect(
    () =>
      watchDepartures({
        isUnsaved: () => unsaved.current.size > 0,
        onLink: (href) => setDeparture(() => () => router.push(href)),
        onTraverse: (goOn) => setDeparture(() => goOn),
      }),
    [router],
  );
  function goOn() {
    unsaved.current.clear();
    setDeparture(null);
    departure?.();
  }
  return (
    <GuardContext value={guard}>
      {children}
      {departure === null ? null : (
        <ConfirmDialog
          isOpen
          onCancel={() => setDeparture(null)}
          onConfirm={goOn}
          title={t("title")}
          confirmLabel={t("leave")}
          cancelLabel={t("stay")}
          isDangerous
        >
          {t("body")}
        </ConfirmDialog>
      )}
    </GuardContext>
  );
}

function useGuard(): Guard {
  const guard = useContext(GuardContext);
  if (!guard) throw new Error("Navigation is used outside of NavigationGuard");
  return guard;
}

/** Tells the guard whether the form of this component has changes that are not saved. */
export function useUnsavedChanges(isUnsaved: boolean) {
  const { mark } = useGuard();
  const form = useId();
  useEffect(() => {
    mark(form, isUnsaved);
    return () => mark(form, false);
  }, [mark, form, isUnsaved]);
}

/** Runs an action that leaves the page, after asking when there are unsaved changes. */
export function useLeave(): Guard["leave"] {
  return useGuard().leave;
}

/** Goes to a page of the console. `isSaved` skips the question, for the moment right after a save. */
export function useNavigate(): (href: string, options?: { isSaved?: boolean }) => void {
  const { leave } = useGuard();
  const router = useRouter();
  return (href, options) => {
    if (options?.isSaved === true) router.push(href);
    else leave(() => router.push(href));
  };
}
