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

/** Runs the newest command whose keys were pressed, unless a dialog or a text field wants them. */
function runByKeys(event: KeyboardEvent, commands: readonly Command[]) {
  if (event.defaultPrevented || event.isComposing) return;
  const isTyping = isTypingTarget(event.target);
  const isInDialog =
    event.target instanceof Element && event.target.closest("[role=dialog], [role=alertdialog]");
  const command = commands.findLast(({ keys }) => keys !== undefined && matchesKeys(event, keys));
  if (!command?.keys || isInDialog || (isTyping && !worksWhileTyping(command.keys))) return;
  event.preventDefault();
  command.run();
}

/** Holds the registry and listens to the keyboard. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => runByKeys(event, registry.list());
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
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
      run: () => latest.current?.run(),
    });
  }, [registry, id, label, keys, scope, isInPalette]);
}

/** Every command that is possible now. */
export function useCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list, () => none);
}
