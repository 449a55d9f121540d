/** Something a person can do by key, from the palette and by what the help dialog lists. */
export type Command = {
  id: string;
  /** In the language of the person. */
  label: string;
  /** For example "Ctrl+S", "J", "F1 F2" for any of these, "G>P" for one after the other; without keys it is in the palette only. */
  keys?: string | undefined;
  /** `page` commands go away with their page; `goTo` leads to another one. */
  scope: "anywhere" | "goTo" | "page";
  /** Further words by which the palette finds it. */
  words?: string | undefined;
  /** Commands that make sense only by key, such as "next row", stay out of the palette. */
  isInPalette?: boolean;
  /** @param key the one that was pressed, as the browser names it: "s", "F2"; nothing from the palette */
  run: (key?: string) => void;
};

export type CommandRegistry = {
  /** Adds the command and returns what takes it away again. */
  register: (command: Command) => () => void;
  /** The commands of now; the same array until one comes or goes. */
  list: () => readonly Command[];
  subscribe: (listener: () => void) => () => void;
};

/** Makes the one registry that feeds keys, palette and help. A later command wins over an earlier one. */
export function createCommandRegistry(): CommandRegistry {
  let commands: readonly Command[] = [];
  const listeners = new Set<() => void>();
  function set(next: readonly Command[]) {
    commands = next;
    for (const listener of listeners) listener();
  }
  return {
    register(command) {
      set([...commands, command]);
      return () => set(commands.filter((candidate) => candidate !== command));
    },
    list: () => commands,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
