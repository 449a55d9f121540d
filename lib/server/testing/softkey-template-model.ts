import { type CallState, callStates, mandatorySoftkey } from "@/lib/catalog/call-states";
import { softkeyCatalogue } from "@/lib/catalog/softkeys";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";

type Layout = Record<string, readonly string[]>;

/** A softkey template as the model keeps it: what the API answers of it, without times and people. */
export interface ModelTemplate {
  name: string;
  description: string;
  isDefault: boolean;
  isStandard: boolean;
  copyOf: string | null;
  version: number;
  callStates: Layout;
}

/** What a request asks for. Targets are names; an `offset` other than 0 makes a save stale. */
export type Step =
  | { kind: "create"; name: string; copyOf: string; isDefault: boolean; callStates: Layout }
  | { kind: "change"; target: string; offset: number; change: Change }
  | { kind: "restore"; target: string; number: number }
  | { kind: "remove"; target: string };

export interface Change {
  name?: string;
  description?: string;
  isDefault?: boolean;
  callStates?: Layout;
}

/** How the API must answer: the status and, for refusals, the code. */
export interface Expected {
  status: number;
  code?: string;
}

interface Kept extends ModelTemplate {
  revisions: { description: string; callStates: Layout }[];
}

const keyOf = (name: string) => name.trim().toLowerCase();
const refused = (status: number, code: string): Expected => ({ status, code });

/** The softkey templates as the requirements describe them, kept in memory with rules of its own. */
export class SoftkeyTemplateModel {
  private readonly kept = new Map<string, Kept>();

  constructor() {
    for (const { name, description, layout } of standardSoftkeyTemplates) {
      const isDefault = name === "Standard User";
      this.add({
        name,
        description,
        isDefault,
        isStandard: true,
        copyOf: null,
        version: 1,
        callStates: layout,
      });
    }
  }

  /** All templates by name. */
  templates(): ModelTemplate[] {
    return [...this.kept.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, template]) => template);
  }

  find(name: string): ModelTemplate | undefined {
    return this.kept.get(keyOf(name));
  }

  /** Does what the step asks for, unless it must be refused. */
  apply(step: Step): Expected {
    switch (step.kind) {
      case "create":
        return this.create(step);
      case "change":
        return this.change(step);
      case "restore":
        return this.restore(step.target, step.number);
      case "remove":
        return this.remove(step.target);
    }
  }

  private create({ name, copyOf, isDefault, callStates: patch }: Step & { kind: "create" }): Expected {
    const origin = this.find(copyOf);
    if (!origin || !isGood(name, origin.description, { ...origin.callStates, ...patch }))
      return refused(422, "validationFailed");
    if (this.find(name)) return refused(409, "nameTaken");
    if (isDefault) this.unmark();
    const layout = { ...origin.callStates, ...patch };
    const { description } = origin;
    this.add({
      name: name.trim(),
      description,
      isDefault,
      isStandard: false,
      copyOf: origin.name,
      version: 1,
      callStates: layout,
    });
    return { status: 201 };
  }

  private change({ target, offset, change }: Step & { kind: "change" }): Expected {
    if (!isKnown(change.callStates ?? {})) return refused(422, "validationFailed");
    const before = this.kept.get(keyOf(target));
    if (!before) return refused(404, "notFound");
    if (offset !== 0) return refused(409, "stale");
    const { callStates: patch = {}, ...fields } = change;
    const after = { ...before, ...fields, callStates: { ...before.callStates, ...patch } };
    after.name = after.name.trim();
    const isOtherContent = JSON.stringify(contentOf(before)) !== JSON.stringify(contentOf(after));
    if (before.isStandard && isOtherContent) return refused(409, "standardReadOnly");
    if (!isGood(after.name, after.description, after.callStates)) return refused(422, "validationFailed");
    if (!isOtherContent && before.isDefault === after.isDefault) return { status: 200 };
    const other = this.kept.get(keyOf(after.name));
    if (other && other !== before) return refused(409, "nameTaken");
    if (after.isDefault && !before.isDefault) this.unmark();
    this.kept.delete(keyOf(before.name));
    this.kept.set(keyOf(after.name), before);
    this.save(before, after);
    return { status: 200 };
  }

  private restore(target: string, number: number): Expected {
    const template = this.kept.get(keyOf(target));
    const revision = template?.revisions[number - 1];
    if (!template || !revision) return refused(404, "notFound");
    const after = { ...template, ...revision };
    const isSame = JSON.stringify(contentOf(template)) === JSON.stringify(contentOf(after));
    if (!isSame) this.save(template, after);
    return { status: 200 };
  }

  private remove(target: string): Expected {
    const template = this.kept.get(keyOf(target));
    if (!template) return refused(404, "notFound");
    if (template.isStandard) return refused(409, "standardReadOnly");
    if (template.isDefault) return refused(409, "isDefaultTemplate");
    this.kept.delete(keyOf(target));
    return { status: 204 };
  }

  private add(template: ModelTemplate): void {
    const { description, callStates: layout } = template;
    this.kept.set(keyOf(template.name), { ...template, revisions: [{ description, callStates: layout }] });
  }

  private unmark(): void {
    const marked = [...this.kept.values()].find(({ isDefault }) => isDefault);
    if (marked) this.save(marked, { ...marked, isDefault: false });
  }

  private save(template: Kept, after: ModelTemplate): void {
    Object.assign(template, after, { version: template.version + 1 });
    template.revisions.push({ description: template.description, callStates: template.callStates });
  }
}

function contentOf({ name, description, callStates: layout }: ModelTemplate) {
  return [name, description, callStates.map((state) => layout[state])];
}

function isKnown(layout: Layout): boolean {
  return Object.values(layout).every((keys) => keys.every((key) => Object.hasOwn(softkeyCatalogue, key)));
}

function isGood(name: string, description: string, layout: Layout): boolean {
  const areShort = name.trim().length <= 50 && description.trim().length <= 128;
  return (
    areShort &&
    !/["%&\\<>]/.test(name + description) &&
    name.trim() !== "" &&
    isKnown(layout) &&
    callStates.every((state) => isGoodState(state, layout[state] ?? []))
  );
}

/** The rules of one call state, said anew: at most 16 keys, all allowed here, none twice, the mandatory one there. */
export function isGoodState(state: CallState, keys: readonly string[]): boolean {
  const visible = keys.filter((key) => key !== "Undefined");
  const mandatory = mandatorySoftkey(state);
  const allowed = Object.values(softkeyCatalogue).filter(({ allowedIn }) => allowedIn.has(state));
  const allowedIds = Object.keys(softkeyCatalogue).filter((id) =>
    allowed.includes(softkeyCatalogue[id as keyof typeof softkeyCatalogue]),
  );
  return (
    keys.length <= 16 &&
    new Set(visible).size === visible.length &&
    keys.every((key) => allowedIds.includes(key)) &&
    (mandatory === null || keys.includes(mandatory))
  );
}
