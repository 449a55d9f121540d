"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import {
  type Command,
  type CommandRegistry,
  createCommandRegistry,
} from "@/components/console/command-registry";
import {
  beginsKeys,
  isTypingTarget,
  type KeyPress,
  matchesKeys,
  worksWhileTyping,
} from "@/components/console/keys";

const none: readonly Command[] = [];
const CommandsContext = createContext<CommandRegistry | null>(null);

function isInside(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

// What Enter and Space press.
const pressable =
  "a[href], button, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=row]";

// What is chosen from by typing the beginning of an entry, also while it is closed; and cells that are written into.
const chosenByLetters = "[role=menu], [role=listbox], [aria-haspopup=listbox], [data-takes-letters]";

/** True when what has the focus wants the keys itself: a dialog all, a text field, menu or list the letters. */
function isTaken(target: EventTarget | null, keys: string): boolean {
  if (isInside(target, "[role=dialog], [role=alertdialog]")) return true;
  if (keys === "Enter" && isInside(target, pressable)) return true;
  return !worksWhileTyping(keys) && (isTypingTarget(target) || isInside(target, chosenByLetters));
}

/** How long after G its second key still belongs to it. */
const longestPauseMilliseconds = 1_500;
const heldKeys: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock", "HangulMode"]);

/** Reads the keyboard: runs the newest command whose keys were pressed. */
function createKeyReader(registry: CommandRegistry): (event: KeyboardEvent) => void {
  let first: { press: KeyPress; at: number } | null = null;
  return (event) => {
    if (event.isComposing || heldKeys.has(event.key)) return;
    const before = first && event.timeStamp - first.at <= longestPauseMilliseconds ? first.press : null;
    first = null;
    const commands = registry.list().filter(({ keys }) => keys !== undefined && !isTaken(event.target, keys));
    const command = commands.findLast(({ keys = "" }) => matchesKeys(event, keys, before));
    if (command) {
      event.preventDefault();
      event.stopPropagation();
      command.run(event.key);
    } else if (before === null && commands.some(({ keys = "" }) => beginsKeys(event, keys))) {
      event.preventDefault();
      event.stopPropagation();
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      first = { press: { key, code, ctrlKey, metaKey, altKey, shiftKey }, at: event.timeStamp };
    }
  };
}

/** Holds the registry and listens to the keyboard. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  useEffect(() => {
    const listen = createKeyReader(registry);
    // Captured, so that J does not also search the rows of a table.
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [registry]);
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

function useRegistry(): CommandRegistry {
  const registry = useContext(CommandsContext);
  if (!registry) throw new Error("Commands are used outside of CommandsProvider");
  return registry;
}

/**
 * Offers a command while the component is shown. `null` offers nothing, for actions that are not possible
 * now.
 */
export function useCommand(command: Command | null) {
  const registry = useRegistry();
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const { id, label, keys, scope, words, isInPalette } = command ?? {};
  useEffect(() => {
    if (id === undefined || label === undefined || scope === undefined) return;
    return registry.register({
      id,
      label,
      keys,
      scope,
      words,
      isInPalette: isInPalette ?? true,
      run: (key) => latest.current?.run(key),
    });
  }, [registry, id, label, keys, scope, words, isInPalette]);
}

/** Runs a command that the page offers now, by its id. */
export function useRunCommand(): (id: string) => void {
  const registry = useRegistry();
  return (id) =>
    registry
      .list()
      .findLast((command) => command.id === id)
      ?.run();
}

/** A command for whoever offers a list of them, of which each may come and go. */
export function OfferedCommand(command: Command) {
  useCommand(command);
  return null;
}

/** Every command that is possible now. */
export function useCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list, () => none);
}
