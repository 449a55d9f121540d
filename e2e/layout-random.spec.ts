import { expect, type Page } from "@playwright/test";
import { callStates } from "@/lib/catalog/call-states";
import { layoutProblems } from "@/lib/configuration/testing/layouts";
import { expectStatus, listNamed, press } from "./actions/console";
import { selectCallState, visitLayout, words } from "./actions/softkey-template";
import { test } from "./fixtures/test";

const kinds = ["state", "add", "add", "remove", "up", "down"] as const;
const keys = { add: "Enter", remove: "Delete", up: "Alt+ArrowUp", down: "Alt+ArrowDown" } as const;
const steps = 40;
const savesEvery = 20;

/** Numbers from 0 to below 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One thing that a person might do in the editor, sensible or not. */
async function anyStep(page: Page, random: () => number): Promise<void> {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const kind = pick(kinds);
  if (kind === "state") return selectCallState(page, `${pick(callStates)} (Changed )?\\d`);
  const list = listNamed(page, kind === "add" ? words.en.unselected : words.en.selected);
  const count = await list.getByRole("row").count();
  if (count === 0) return;
  await list
    .getByRole("row")
    .nth(Math.floor(random() * count))
    .focus();
  await page.keyboard.press(keys[kind]);
}

test("[SK-08] [SK-09] whatever is pressed in the editor, what Save stores is a valid layout", async ({
  page,
  api,
  uniqueName,
}, { workerIndex }) => {
  const seed = Date.now() + workerIndex;
  const random = randomFrom(seed);
  const name = uniqueName("Random");
  await api.createSoftkeyTemplate({ name, copyOf: "Standard Feature" });
  await visitLayout(page, name);
  for (let step = 1; step <= steps; step += 1) {
    await anyStep(page, random);
    if (step % savesEvery !== 0) continue;
    await press(page, words.en.save);
    await expectStatus(page, /Update successful|Nothing has changed/);
    const { callStates: stored } = await api.softkeyTemplate(name);
    expect(layoutProblems(stored), `seed ${seed}, after step ${step}`).toEqual([]);
  }
});
