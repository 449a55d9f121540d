import { expect, test, vi } from "vitest";
import { createCommandRegistry } from "@/components/console/command-registry";

const command = (id: string) => ({ id, label: id, scope: "page" as const, run: () => undefined });

test("a command is listed until it is taken away again", () => {
  const registry = createCommandRegistry();
  const remove = registry.register(command("save"));
  registry.register(command("copy"));
  expect(registry.list().map(({ id }) => id)).toEqual(["save", "copy"]);
  remove();
  expect(registry.list().map(({ id }) => id)).toEqual(["copy"]);
});

test("listeners hear of every change until they leave, and the list is stable in between", () => {
  const registry = createCommandRegistry();
  const listener = vi.fn();
  const leave = registry.subscribe(listener);
  const remove = registry.register(command("save"));
  expect(registry.list()).toBe(registry.list());
  leave();
  remove();
  expect(listener).toHaveBeenCalledTimes(1);
});
