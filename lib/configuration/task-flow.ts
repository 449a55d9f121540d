/** The steps of the chapter's task flow: the softkey way, the button way, and what both lead to. */
export const taskFlowSteps = [
  { id: "copy", way: "softkey" },
  { id: "layout", way: "softkey" },
  { id: "common", way: "softkey" },
  { id: "phone", way: "softkey" },
  { id: "default", way: "softkey" },
  { id: "button", way: "button" },
  { id: "buttonPhone", way: "button" },
  { id: "apply", way: "both" },
  { id: "try", way: "both" },
] as const;

export type TaskFlowStep = (typeof taskFlowSteps)[number]["id"];

/** What the cluster has of call back. */
export interface CallBackFacts {
  /** A softkey template that did not come with the product. */
  readonly hasOwnSoftkeyTemplate: boolean;
  /** One with CallBack in one of its call states at least [SK-01]. */
  readonly hasSoftkey: boolean;
  /** A phone has it from its common device configuration [CD-02, PH-02], by itself [PH-03], or because it is the default [SK-04]. */
  readonly isSoftkeyOnCommon: boolean;
  readonly isSoftkeyOnPhone: boolean;
  readonly isSoftkeyDefault: boolean;
  /** A phone button template with the feature [BT-04], and a phone that has it [BT-05]. */
  readonly hasButton: boolean;
  readonly isButtonOnPhone: boolean;
  /** A registered phone that can have the key has downloaded such a template [SK-10, SK-11]. */
  readonly isRunning: boolean;
  /** Somebody has asked for call back, as long as requests are kept. */
  readonly isTried: boolean;
}

/** How far the cluster is: the steps that are done, and the one that comes next; null when there is nothing left to do. */
export interface TaskFlow {
  readonly done: readonly TaskFlowStep[];
  readonly next: TaskFlowStep | null;
}

/**
 * The task flow of a cluster. One way to a key is enough, and of the three ways to associate a softkey template one:
 * what comes next is never a step that is not needed any more.
 */
export function taskFlow(facts: CallBackFacts): TaskFlow {
  const isDone: Readonly<Record<TaskFlowStep, boolean>> = {
    copy: facts.hasOwnSoftkeyTemplate || facts.hasSoftkey,
    layout: facts.hasSoftkey,
    common: facts.isSoftkeyOnCommon,
    phone: facts.isSoftkeyOnPhone,
    default: facts.isSoftkeyDefault,
    button: facts.hasButton,
    buttonPhone: facts.isButtonOnPhone,
    apply: facts.isRunning,
    try: facts.isTried,
  };
  const isAssociated = isDone.common || isDone.phone || isDone.default || isDone.buttonPhone;
  const done = taskFlowSteps.flatMap(({ id }) => (isDone[id] ? [id] : []));
  return { done, next: isAssociated ? lastStep(isDone) : wayStep(isDone) };
}

/** What both ways lead to. A phone may run the key by a template that no phone has any more: apply comes first then. */
function lastStep(isDone: Readonly<Record<TaskFlowStep, boolean>>): TaskFlowStep | null {
  if (!isDone.apply) return "apply";
  return isDone.try ? null : "try";
}

/** On the way that is begun; on the softkey way when both are, or none. */
function wayStep(isDone: Readonly<Record<TaskFlowStep, boolean>>): TaskFlowStep {
  if (isDone.layout) return "common";
  if (isDone.button) return "buttonPhone";
  return isDone.copy ? "layout" : "copy";
}
