"use client";

import { useState } from "react";
import { type ServiceParameterFacts, serviceParameters } from "@/lib/catalog/service-parameters";
import type { Problem } from "@/lib/configuration/problem";
import {
  parameterProblem,
  type ServiceParameterValue,
  serviceParameterRules,
} from "@/lib/configuration/service-parameter";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

/** What somebody typed over a parameter, and the version that they saw. */
type Edit = { readonly base: ServiceParameterDto; readonly typed: ServiceParameterValue };

/** A parameter as it is edited. */
export interface EditedParameter {
  readonly facts: ServiceParameterFacts;
  /** What is stored, in the version that the edit is based on. */
  readonly base: ServiceParameterDto;
  readonly typed: ServiceParameterValue;
  /** What is typed, as it would be stored. */
  readonly value: ServiceParameterValue;
  readonly isUnsaved: boolean;
  readonly isDefault: boolean;
  readonly problem: Problem | undefined;
}

/** The value that a typed one means. */
function meant(name: string, value: ServiceParameterValue): ServiceParameterValue {
  return serviceParameterRules.normalize({ name, value }).value;
}

/** The parameters in the order of the page with what is typed over them, and the steps that change it. */
export function useParameterEdits(stored: readonly ServiceParameterDto[]) {
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const parameters = serviceParameters.flatMap((facts): EditedParameter[] => {
    const { name } = facts;
    const newest = stored.find((parameter) => parameter.name === name);
    if (!newest) return [];
    const { base, typed } = edits.get(name) ?? { base: newest, typed: newest.value };
    const value = meant(name, typed);
    return [
      {
        facts,
        base,
        typed,
        value,
        isUnsaved: value !== base.value,
        isDefault: value === facts.default,
        problem: parameterProblem({ name, value: typed }),
      },
    ];
  });

  function change(name: string, of: (edit: Edit | undefined) => Edit | null) {
    setEdits((before) => {
      const after = new Map(before);
      const edit = of(before.get(name));
      if (edit) after.set(name, edit);
      else after.delete(name);
      return after;
    });
  }
  return {
    parameters,
    /** Types a value over a parameter; with what is stored, nothing is left to save. */
    set: ({ base }: EditedParameter, typed: ServiceParameterValue) =>
      change(base.name, () => (typed === base.value ? null : { base, typed })),
    setAllToDefault: () => {
      for (const { facts, base, isDefault } of parameters) {
        if (isDefault) continue;
        change(facts.name, () => (base.value === facts.default ? null : { base, typed: facts.default }));
      }
    },
    /** Goes on from what was stored; what was typed after `sent` was sent stays. */
    settle: (saved: ServiceParameterDto, sent: ServiceParameterValue) =>
      change(saved.name, (edit) =>
        edit && meant(saved.name, edit.typed) !== sent ? { base: saved, typed: edit.typed } : null,
      ),
    /** Gives up what was typed. */
    drop: (name: string) => change(name, () => null),
  };
}

export type ParameterEdits = ReturnType<typeof useParameterEdits>;
