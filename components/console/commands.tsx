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
import { isTypingTarget, matchesKeys, worksWhileTyping } from "@/components/console/keys";

const none: readonly Command[] = [];
const CommandsContext = createContext<CommandRegistry | null>(null);

function isInside(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

// What Enter and Space press.
const pressable =
  "a[href], button, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=row]";

/** True when what has the focus wants the keys itself: a dialog all, a text field, menu or list the letters. */
function isTaken(target: EventTarget | null, keys: string): boolean {
  if (isInside(target, "[role=dialog], [role=alertdialog]")) return true;
  if (keys === "Enter" && isInside(target, pressable)) return true;
  return (
    !worksWhileTyping(keys) && (isTypingTarget(target) || isInside(target, "[role=menu], [role=listbox]"))
  );
}

/** Runs the newest command whose keys were pressed. */
function runByKeys(event: KeyboardEvent, commands: readonly Command[]) {
  const command = commands.findLast(({ keys }) => keys !== undefined && matchesKeys(event, keys));
  if (!command?.keys || event.isComposing || isTaken(event.target, command.keys)) return;
  event.preventDefault();
  event.stopPropagation();
  command.run(event.key);
}

/** Holds the registry and listens to the keyboard. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => runByKeys(event, registry.list());
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
  const { id, label, keys, scope, isInPalette } = command ?? {};
  useEffect(() => {
    if (id === undefined || label === undefined || scope === undefined) return;
    return registry.register({
      id,
      label,
      keys,
      scope,
      isInPalette: isInPalette ?? true,
      run: (key) => latest.current?.run(key),
    });
  }, [registry, id, label, keys, scope, isInPalette]);
}

/** Every command that is possible now. */
export function useCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list, () => none);
}
