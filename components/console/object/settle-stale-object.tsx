"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { StaleIntro } from "@/components/console/stale-intro";
import { ThreeWayView } from "@/components/console/three-way-view";
import { useChoices } from "@/components/console/use-choices";
import type { StaleSave } from "@/components/console/use-save-object";
import type { StoredObject } from "@/lib/client/configuration";
import { compareContents, type MergedContentField, mergedContent } from "@/lib/configuration/content-merge";
import { contentOf } from "@/lib/configuration/content-of";

type SettleStaleObjectProps = {
  object: ObjectKind;
  words: ObjectWords;
  stale: StaleSave<StoredObject, AnyObject>;
  isPending: boolean;
  /** Stores the settled content on top of what is stored now. */
  onSave: (content: AnyObject) => void;
  onCancel: () => void;
};

const idOf = ({ field, key }: MergedContentField) => (key === null ? field : `${field} ${key}`);

/** Somebody else saved first: shows both changes and lets the person choose by field, in lists by item. */
export function SettleStaleObject(props: SettleStaleObjectProps) {
  const { object, words, stale, isPending, onSave, onCancel } = props;
  const { shape } = object.rules;
  const theirs = contentOf(shape, stale.current) as AnyObject;
  const compared = compareContents(shape, stale.base, theirs, stale.yours);
  const shown = compared.flatMap((one) => {
    const { field, key, base, theirs, yours, status } = one;
    if (status === "same") return [];
    const text = (value: typeof base) => words.merged(field, key, value);
    const label = words.mergedLabel(field, key);
    return { id: idOf(one), label, base: text(base), theirs: text(theirs), yours: text(yours), status };
  });
  const { choiceOf, choose } = useChoices(shown);
  return (
    <ThreeWayView
      intro={<StaleIntro current={stale.current} />}
      fields={shown}
      choiceOf={choiceOf}
      onChoose={choose}
      onSave={() => onSave(mergedContent(shape, compared, (one) => choiceOf(idOf(one))))}
      onCancel={onCancel}
      isPending={isPending}
    />
  );
}
