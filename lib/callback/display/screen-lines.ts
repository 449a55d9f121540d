import type { Screen } from "@/lib/callback/state/screen";

/** The key of each line of the screens in the messages, under `callBack.line`. */
export type ScreenLine =
  | { readonly key: "activated" | "available" | "availableDndReject"; readonly number: string }
  | { readonly key: "alreadyActive" | "replaceWith" | "cannotActivate"; readonly number: string }
  | { readonly key: "time"; readonly time: string; readonly date: string }
  | { readonly key: "notActive" | "dial" | "cancel" | "exit" | "exitSentence" };

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** `HH:MM` and `MM/DD/YYYY` of an instant in UTC. */
export function clockOf(at: number): { readonly time: string; readonly date: string } {
  const when = new Date(at);
  return {
    time: `${two(when.getUTCHours())}:${two(when.getUTCMinutes())}`,
    date: `${two(when.getUTCMonth() + 1)}/${two(when.getUTCDate())}/${when.getUTCFullYear()}`,
  };
}

/** The lines of a screen, in their order; joined by a space they are the documented text [S10]. */
export function linesOfScreen(screen: Screen): readonly ScreenLine[] {
  switch (screen.kind) {
    case "callBackActivated":
      return [{ key: "activated", number: screen.number }, { key: "cancel" }, { key: "exit" }];
    case "callBackAvailable":
      return [
        { key: "available", number: screen.number },
        { key: "time", ...clockOf(screen.at) },
        { key: "dial" },
        { key: "cancel" },
        { key: "exit" },
      ];
    case "callBackAvailableDndReject":
      return [{ key: "availableDndReject", number: screen.number }, { key: "cancel" }, { key: "exit" }];
    case "callBackNotActive":
      return [{ key: "notActive" }, { key: "exitSentence" }];
    case "callBackAlreadyActive":
      return [
        { key: "alreadyActive", number: screen.number },
        { key: "replaceWith", number: screen.other },
        { key: "exitSentence" },
      ];
    case "callBackCannotActivate":
      return [{ key: "cannotActivate", number: screen.number }];
  }
}
