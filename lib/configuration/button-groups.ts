import { type ExpansionModuleName, expansionModules, expansionRule } from "@/lib/catalog/expansion-modules";
import { phoneModel } from "@/lib/catalog/phone-models";

/** Expansion modules of one size that a phone can have, and how many buttons it has with them. */
export interface ModuleChoice {
  readonly modules: number;
  readonly buttonsEach: number;
  /** The phone's own buttons and those of all its modules. */
  readonly buttons: number;
  /** The modules of this size that the model takes. */
  readonly names: readonly ExpansionModuleName[];
}

/** Buttons that are side by side on the device; positions count from 1, both ends included. */
export interface ButtonGroup {
  /** `beyond`: more than a phone of the model has, with all the modules it takes. */
  readonly kind: "phone" | "module" | "beyond";
  /** Which module, from 1; 0 for the others. */
  readonly module: number;
  readonly first: number;
  readonly last: number;
}

/**
 * What a phone of the model can be equipped with, fewest buttons first; the first choice is no module at all. Of
 * equipments with the same number of buttons only that with fewer modules is there. Empty for an unknown model.
 */
export function moduleChoices(model: string): readonly ModuleChoice[] {
  const known = phoneModel(model);
  if (!known) return [];
  const rule = expansionRule(model);
  const taken = expansionModules.filter(({ name }) => rule?.modules.includes(name));
  const sizes = [...new Set(taken.map(({ buttons }) => buttons))];
  const choices = [
    { modules: 0, buttonsEach: 0, buttons: known.buttons, names: [] },
    ...sizes.flatMap(equip),
  ];
  const byButtons = new Map<number, ModuleChoice>();
  for (const choice of choices.toSorted((one, other) => one.modules - other.modules)) {
    if (!byButtons.has(choice.buttons)) byButtons.set(choice.buttons, choice);
  }
  return [...byButtons.values()].toSorted((one, other) => one.buttons - other.buttons);

  function equip(buttonsEach: number): ModuleChoice[] {
    const names = taken.filter(({ buttons }) => buttons === buttonsEach).map(({ name }) => name);
    return Array.from({ length: rule?.maximum ?? 0 }, (_, index) => ({
      modules: index + 1,
      buttonsEach,
      buttons: (known?.buttons ?? 0) + (index + 1) * buttonsEach,
      names,
    }));
  }
}

/** The equipment that a template with so many buttons is for: the smallest that has them all, else the largest. */
function equipmentFor(model: string, count: number): ModuleChoice | undefined {
  const choices = moduleChoices(model);
  return choices.find(({ buttons }) => buttons >= count) ?? choices.at(-1);
}

/**
 * How so many buttons of a template spread over the phone and its expansion modules. A template does not say which
 * modules its phones have; the fewest that have all the buttons are meant.
 */
export function buttonGroups(model: string, count: number): readonly ButtonGroup[] {
  const own = phoneModel(model)?.buttons ?? 0;
  const { modules = 0, buttonsEach = 0 } = equipmentFor(model, count) ?? {};
  const groups: ButtonGroup[] = [
    { kind: "phone", module: 0, first: 1, last: own },
    ...Array.from({ length: modules }, (_, index): ButtonGroup => {
      const before = own + index * buttonsEach;
      return { kind: "module", module: index + 1, first: before + 1, last: before + buttonsEach };
    }),
    { kind: "beyond", module: 0, first: own + modules * buttonsEach + 1, last: count },
  ];
  return groups
    .map((group) => ({ ...group, last: Math.min(group.last, count) }))
    .filter(({ first, last }) => first <= last);
}
